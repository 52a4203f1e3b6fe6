import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { contentChunks, contents, documentContents, documents, operationKeys, operations } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { payerKindOf } from '@/lib/domain/company';
import { addDays } from './calendar';
import type { Companies } from './companies';
import { invoicePdf } from './invoice-pdf';
import { type Invoice, makeInvoices, sumsOf } from './invoices';
import { repeatable } from './random';

/** Most documents with content, and the share of all operations that they may be. */
const most = 300;
const share = 0.15;

type Given = { operations: number; now: Date; today: string; zone: string };
type Made = { id: string; invoice: Invoice; bytes: Buffer; sha256: Buffer };

/**
 * Operations of the last four weeks whose documents have their content: small invoices as PDF, what is registered of
 * them taken from the very bytes. They are not signed, and carry no signature facts. To be called before the roll-up.
 * @returns how many operations they are
 */
export async function seedDocumentContent(db: Database, companies: Companies, given: Given): Promise<number> {
  const count = Math.min(most, Math.floor(given.operations * share));
  const random = repeatable(20_270_101);
  const made: Made[] = [];
  for (const invoice of makeInvoices(random, companies, { ...given, count })) {
    const bytes = Buffer.from(await invoicePdf(invoice));
    made.push({ id: random.id(invoice.at), invoice, bytes, sha256: createHash('sha256').update(bytes).digest() });
  }
  if (made.length > 0) await insert(db, companies, made, given.zone);
  return made.length;
}

async function insert(db: Database, companies: Companies, made: readonly Made[], zone: string): Promise<void> {
  const partnerTypes = new Map(companies.partners.map((partner) => [partner.id, partner.type]));
  await db.insert(operations).values(
    made.map(({ id, invoice, bytes }) => {
      const { service, at } = invoice;
      const payerKind = payerKindOf(partnerTypes.get(service.partnerId) ?? 'HOUSE');
      return {
        id,
        ...ownerOf(invoice),
        payerKind,
        payerId: payerKind === 'PARTNER' ? service.partnerId : service.issuerId,
        receivedAt: at,
        finishedAt: new Date(at.getTime() + 640),
        localDay: sql`(${at.toISOString()}::timestamptz at time zone ${zone})::date`,
        externalRef: referenceOf(invoice),
        type: 'DOCUMENT' as const,
        source: 'API_SYNC' as const,
        status: 'COMPLETED' as const,
        itemCount: 1,
        signedCount: 1,
        failedCount: 0,
        bytes: bytes.byteLength,
        custodyUntil: custodyOf(invoice),
      };
    }),
  );
  await db.insert(operationKeys).values(
    made.map(({ id, invoice, sha256 }) => ({
      ...ownerOf(invoice),
      externalRef: referenceOf(invoice),
      operationId: id,
      contentHash: sha256,
    })),
  );
  await db.insert(documents).values(made.map(documentOf));
  await insertContents(db, made);
}

function documentOf({ id, invoice, bytes, sha256 }: Made): typeof documents.$inferInsert {
  return {
    operationId: id,
    seq: 1,
    ...ownerOf(invoice),
    receivedAt: invoice.at,
    reference: referenceOf(invoice),
    name: `${invoice.number.replaceAll(/[ /]/g, '_')}.pdf`,
    mimeType: 'application/pdf',
    sizeBytes: bytes.byteLength,
    sha256,
    status: 'SIGNED',
    invoiceNumber: invoice.number,
    atcud: invoice.atcud,
    recipientNif: invoice.buyer.nif,
    total: (sumsOf(invoice).total / 100).toFixed(2),
    custodyUntil: custodyOf(invoice),
    stored: true,
  };
}

async function insertContents(db: Database, made: readonly Made[]): Promise<void> {
  const address = ({ invoice, sha256 }: Made) => {
    const { partnerId, issuerId } = invoice.service;
    return { partnerId, issuerId, sha256 };
  };
  await db.insert(contents).values(
    made.map((each) => ({
      ...address(each),
      sizeBytes: each.bytes.byteLength,
      place: 'postgres' as const,
      begunAt: each.invoice.at,
      keptAt: each.invoice.at,
    })),
  );
  await db.insert(contentChunks).values(made.map((each) => ({ ...address(each), n: 0, bytes: each.bytes })));
  await db.insert(documentContents).values(
    made.map((each) => ({
      ...address(each),
      serviceId: each.invoice.service.id,
      operationId: each.id,
      seq: 1,
      storedAt: each.invoice.at,
    })),
  );
}

function ownerOf({ service }: Invoice) {
  return { partnerId: service.partnerId, issuerId: service.issuerId, serviceId: service.id };
}

const referenceOf = ({ number }: Invoice): string => number.replaceAll(/[ /]/g, '-');

/** Ten years, the custody of whoever has the bundle with custody. */
function custodyOf({ service, day }: Invoice): string | null {
  return service.bundle === 'PREMIUM' ? addDays(day, 3_652) : null;
}
