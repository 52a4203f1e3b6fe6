import { createHash } from 'node:crypto';
import { type ValidationReport, worstOf } from '@/lib/domain/validation';
import type { OutboundAllowance } from '@/lib/outbound/call-out';
import { type ParsedCertificate, parsedCertificate } from './certificate';
import { readPdf } from './pdf-signatures';
import { validateSignature } from './validate-signature';

export type ToValidate = {
  readonly bytes: Uint8Array;
  /** DER of the roots that are trusted. */
  readonly roots: readonly Uint8Array[];
  /** Which revocation services may be asked; null: none, what the document carries must do. */
  readonly ask: OutboundAllowance | null;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** The report on all signatures of a PDF. What is no whole PDF has failed; what has no signature has no verdict. */
export async function validatePdf({ bytes, roots, ask, now }: ToValidate): Promise<ValidationReport> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const about = { at: now, sha256: createHash('sha256').update(buffer).digest('hex'), sizeBytes: buffer.length };
  const read = await readPdf(buffer).catch(() => null);
  if (!read) return { ...about, indication: 'TOTAL-FAILED', subIndication: 'FORMAT_FAILURE', signatures: [] };
  const { document, carried } = read;
  const context = {
    ...{ bytes: buffer, document },
    roots: roots.flatMap(certificate),
    stored: carried.certificates.flatMap(certificate),
    sources: { carried, ask, now },
  };
  const signatures = [];
  for (const each of read.signatures) signatures.push(await validateSignature(each, context));
  const worst = worstOf(signatures);
  return {
    ...about,
    indication: worst?.indication ?? null,
    subIndication: worst?.subIndication ?? null,
    signatures,
  };
}

/** What is no certificate is left out: a path that needs it is then not found. */
function certificate(der: Uint8Array): ParsedCertificate[] {
  try {
    return [parsedCertificate(der)];
  } catch {
    return [];
  }
}
