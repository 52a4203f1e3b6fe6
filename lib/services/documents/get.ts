import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { housePartnerId } from '@/db/house';
import { clientServices, documents, issuers, operations, partners } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { contentStateOf, type DocumentKey, parseDocumentId } from '@/lib/domain/document-content';
import { notFound } from '@/lib/domain/errors';
import { query } from '../define';
import type { DocumentDetail } from './schemas';

/**
 * One document or hash: what is registered about it, not its content. A malformed id, an absent one and a foreign one
 * are all the same.
 * @throws Failure not_found
 */
export const getDocument = query({
  name: 'documents.get',
  permission: 'operations.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input }): Promise<DocumentDetail> => {
    const key = parseDocumentId(input.id);
    const row = key && (await findDocument(db, actor, key));
    if (!row) throw notFound();
    return detailOf(row);
  },
});

async function findDocument(db: Database, actor: Actor, { operationId, seq, time }: DocumentKey) {
  const at = new Date(time);
  const [row] = await db
    .select({
      document: documents,
      operation: operations,
      service: { id: clientServices.id, alias: clientServices.alias, name: clientServices.name },
      issuer: { id: issuers.id, name: issuers.name, code: issuers.code },
      partner: { id: partners.id, name: partners.name },
    })
    .from(operations)
    .innerJoin(
      documents,
      and(
        inScope(actor, documents),
        eq(documents.partnerId, operations.partnerId),
        eq(documents.receivedAt, at),
        eq(documents.operationId, operations.id),
        eq(documents.seq, seq),
      ),
    )
    .innerJoin(clientServices, eq(clientServices.id, operations.serviceId))
    .innerJoin(issuers, eq(issuers.id, operations.issuerId))
    .innerJoin(partners, eq(partners.id, operations.partnerId))
    .where(and(inScope(actor, operations), eq(operations.receivedAt, at), eq(operations.id, operationId)));
  return row;
}

type Found = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

function detailOf({ document, operation, service, issuer, partner }: Found): DocumentDetail {
  const { type, source } = operation;
  return {
    id: `${document.operationId}.${document.seq}`,
    seq: document.seq,
    name: document.name,
    mimeType: document.mimeType,
    sizeBytes: document.sizeBytes,
    sha256: document.sha256.toString('hex'),
    status: document.status,
    errorCode: document.errorCode,
    signatureFormat: document.signatureFormat,
    signatureLevel: document.signatureLevel,
    timeStampAt: document.timeStampAt?.getTime() ?? null,
    invoice: {
      number: document.invoiceNumber,
      atcud: document.atcud,
      recipientNif: document.recipientNif,
      total: document.total,
    },
    custodyUntil: document.custodyUntil,
    content: contentStateOf({ ...document, type, source }),
    operation: {
      id: operation.id,
      reference: operation.externalRef,
      receivedAt: operation.receivedAt.getTime(),
      type,
      source,
      status: operation.status,
      items: operation.itemCount,
      certificate: operation.certificate,
      folderName: operation.folderName,
    },
    service,
    issuer,
    partner: partner.id === housePartnerId ? null : partner,
  };
}
