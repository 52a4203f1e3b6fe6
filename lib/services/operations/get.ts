import 'server-only';
import { and, asc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { housePartnerId } from '@/db/house';
import { clientServices, documents, issuers, operations, partners } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { timeOfId } from '@/lib/domain/ids';
import { query } from '../define';
import { mostDocuments, type OperationDetail, type OperationDocument } from './schemas';

/**
 * One operation with its documents' metadata. A malformed id, an absent one and a foreign one are all the same.
 * @throws Failure not_found
 */
export const getOperation = query({
  name: 'operations.get',
  permission: 'operations.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input }): Promise<OperationDetail> => {
    const time = timeOfId(input.id);
    if (time === null) throw notFound();
    const row = await findOperation(db, actor, input.id, time);
    if (!row) throw notFound();
    return detailOf(row, await findDocuments(db, actor, row.operation));
  },
});

/** The id carries the time of reception, and only its partition need be read. */
function atTime(receivedAt: PgColumn, time: number): SQL | undefined {
  return and(gte(receivedAt, new Date(time)), lt(receivedAt, new Date(time + 1)));
}

async function findOperation(db: Database, actor: Actor, id: string, time: number) {
  const [row] = await db
    .select({
      operation: operations,
      service: { id: clientServices.id, alias: clientServices.alias, name: clientServices.name },
      issuer: { id: issuers.id, name: issuers.name, code: issuers.code },
      partner: { id: partners.id, name: partners.name },
    })
    .from(operations)
    .innerJoin(clientServices, eq(clientServices.id, operations.serviceId))
    .innerJoin(issuers, eq(issuers.id, operations.issuerId))
    .innerJoin(partners, eq(partners.id, operations.partnerId))
    .where(and(inScope(actor, operations), atTime(operations.receivedAt, time), eq(operations.id, id)));
  return row;
}

type Found = NonNullable<Awaited<ReturnType<typeof findOperation>>>;

function findDocuments(db: Database, actor: Actor, operation: Found['operation']) {
  return db
    .select()
    .from(documents)
    .where(
      and(
        inScope(actor, documents),
        eq(documents.partnerId, operation.partnerId),
        atTime(documents.receivedAt, operation.receivedAt.getTime()),
        eq(documents.operationId, operation.id),
      ),
    )
    .orderBy(asc(documents.seq))
    .limit(mostDocuments);
}

function detailOf(row: Found, rows: Awaited<ReturnType<typeof findDocuments>>): OperationDetail {
  const { operation, service, issuer, partner } = row;
  return {
    id: operation.id,
    receivedAt: operation.receivedAt.getTime(),
    finishedAt: operation.finishedAt?.getTime() ?? null,
    status: operation.status,
    errorCode: operation.errorCode,
    reference: operation.externalRef,
    type: operation.type,
    source: operation.source,
    items: operation.itemCount,
    signed: operation.signedCount,
    failed: operation.failedCount,
    bytes: operation.bytes,
    certificate: operation.certificate,
    folderName: operation.folderName,
    recipients: operation.recipients ?? [],
    custodyUntil: operation.custodyUntil,
    service,
    issuer,
    partner: partner.id === housePartnerId ? null : partner,
    // Who pays is frozen on the operation: its issuer, or the partner it belongs to.
    payer: { kind: operation.payerKind, name: operation.payerKind === 'ISSUER' ? issuer.name : partner.name },
    documents: rows.map(documentOf),
  };
}

function documentOf(row: typeof documents.$inferSelect): OperationDocument {
  const invoice = { number: row.invoiceNumber, atcud: row.atcud, recipientNif: row.recipientNif, total: row.total };
  return {
    id: `${row.operationId}.${row.seq}`,
    name: row.name,
    mimeType: row.mimeType,
    sizeBytes: row.sizeBytes,
    sha256: row.sha256.toString('hex'),
    status: row.status,
    errorCode: row.errorCode,
    signatureFormat: row.signatureFormat,
    signatureLevel: row.signatureLevel,
    timeStampAt: row.timeStampAt?.getTime() ?? null,
    invoice: Object.values(invoice).some((value) => value !== null) ? invoice : null,
    custodyUntil: row.custodyUntil,
    stored: row.stored,
  };
}
