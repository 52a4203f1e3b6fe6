import { createHash, randomUUID } from 'node:crypto';

/** A signed document of a batch, as an engine sends it. */
export function anyDocument(more: Record<string, unknown> = {}) {
  return {
    name: 'FT-2026-1042.pdf',
    mimeType: 'application/pdf',
    size: 84_213,
    sha256: createHash('sha256').update(randomUUID()).digest('hex'),
    status: 'SIGNED',
    signatureFormat: 'PAdES',
    signatureLevel: 'B-T',
    invoice: { number: 'FT 2026/1042', atcud: 'JF4K7M2X-1042', recipientNif: '501964843', total: 123.45 },
    custodyUntil: '2036-12-31',
    stored: false,
    ...more,
  };
}

/** A hash item: a document without name and content. */
export function anyHash(more: Record<string, unknown> = {}) {
  return {
    sha256: createHash('sha256').update(randomUUID()).digest('hex'),
    status: 'SIGNED',
    stored: false,
    ...more,
  };
}

/** A completed operation with one document, as an engine sends it. */
export function anyOperation(service: string, more: Record<string, unknown> = {}) {
  return {
    service,
    externalReference: randomUUID(),
    type: 'DOCUMENT',
    source: 'API_SYNC',
    status: 'COMPLETED',
    receivedAt: new Date(Date.now() - 60_000).toISOString(),
    finishedAt: new Date(Date.now() - 59_000).toISOString(),
    certificate: 'Padaria Central, Lda',
    documents: [anyDocument()],
    ...more,
  };
}
