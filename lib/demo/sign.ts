import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { clientServices, documents, issuers, operations, operators } from '@/db/schema';
import { addDays } from '@/db/seed/calendar';
import { repeatable } from '@/db/seed/random';
import { todayIn } from '@/lib/clock';
import { env } from '@/lib/env';
import { attachContent } from '@/lib/services/documents/content-attach';
import { expectContent } from '@/lib/services/documents/content-expect';
import { registerOperations } from '@/lib/services/ingest/register';
import { batchSchema } from '@/lib/services/ingest/schemas';
import { runMachine } from '@/lib/services/run';
import { type SigningSettings, signDocuments } from '@/lib/services/signing/sign-documents';
import { invoicePdf } from './invoice-pdf';
import { type Invoice, makeInvoices, type SigningService, signingAccounts, sumsOf } from './invoices';

/** Most documents with content, and the share of all operations that they may be. */
const most = 300;
const share = 0.005;

/** Above the foot of the paper, at its right edge. */
const place = { kind: 'COORDINATE', page: 1, x: 340.6, y: 100 } as const;

/**
 * Signs invoices of the last four weeks with the wallets of their issuers, registers them as an engine does and delivers
 * them: what stands in the pages of the demonstration is really signed, and stamped with the time of its day, to which the
 * sandbox's clock is set. A demonstration that has such documents is left as it is.
 * @returns how many
 */
export async function signDemo(sandbox: string, report: (line: string) => void): Promise<number> {
  const facts = await asMachine('system', 'read', async (db) => {
    const [there] = await db.select({ n: count() }).from(documents).where(eq(documents.stored, true));
    const [all] = await db.select({ n: count() }).from(operations);
    return { there: there?.n ?? 0, all: all?.n ?? 0 };
  });
  if (facts.there > 0) return 0;
  const now = new Date();
  const given = {
    now,
    today: todayIn(env().SIGNSTASH_TIME_ZONE, now),
    count: Math.min(most, Math.floor(facts.all * share)),
  };
  const invoices = makeInvoices(repeatable(20_270_101), await signingServices(), given);
  const folder = await mkdtemp(join(tmpdir(), 'signstash-demo-'));
  try {
    for (const [n, invoice] of invoices.entries()) {
      await turnClock(sandbox, invoice.at.getTime() - Date.now());
      await keep(invoice, await signed(invoice), join(folder, 'content'));
      if ((n + 1) % 50 === 0) report(`${n + 1} of ${invoices.length} documents signed`);
    }
  } finally {
    await turnClock(sandbox, 0);
    await rm(folder, { recursive: true, force: true });
  }
  return invoices.length;
}

/** The first service of each issuer with an account. */
async function signingServices(): Promise<ReadonlyMap<string, SigningService>> {
  const rows = await asMachine('system', 'read', (db) =>
    db
      .select({ account: operators.email, service: clientServices, issuer: issuers })
      .from(operators)
      .innerJoin(issuers, eq(issuers.id, operators.issuerId))
      .innerJoin(clientServices, and(eq(clientServices.issuerId, issuers.id), eq(clientServices.status, 'active')))
      .where(inArray(operators.email, [...signingAccounts]))
      .orderBy(asc(clientServices.createdAt), asc(clientServices.id)),
  );
  const services = new Map<string, SigningService>();
  for (const { account, service, issuer } of rows) {
    const { alias, walletId, bundle } = service;
    if (walletId !== null && !services.has(account)) services.set(account, { alias, walletId, bundle, issuer });
  }
  return services;
}

/** Of the sandbox, ahead of ours: its tokens, certificates and time stamps follow. */
async function turnClock(sandbox: string, aheadMs: number): Promise<void> {
  const answer = await fetch(`${sandbox}/admin/clock`, { method: 'POST', body: JSON.stringify({ aheadMs }) });
  if (!answer.ok) throw new Error(`The sandbox did not turn its clock: ${answer.status}`);
}

async function signed(invoice: Invoice): Promise<Uint8Array> {
  const settings: SigningSettings = {
    ...{ level: 'B-T', digest: 'SHA-256', reason: 'Fatura eletrónica', location: '', place, language: 'pt' },
    timeZone: env().SIGNSTASH_TIME_ZONE,
  };
  const bytes = async () => Buffer.from(await invoicePdf(invoice));
  const { number: reference, at, service } = invoice;
  for await (const done of signDocuments(service.walletId, [{ key: reference, reference, at, bytes }], settings)) {
    if ('failure' in done) throw done.failure;
    return done.bytes;
  }
  throw new Error(`${reference} was not signed`);
}

/** Registers the operation of a signed invoice, and delivers its content. */
async function keep(invoice: Invoice, bytes: Uint8Array, file: string): Promise<void> {
  const { service, number, at, day, atcud, buyer } = invoice;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const size = bytes.byteLength;
  // Ten years, the custody of whoever has the bundle with custody.
  const custody = service.bundle === 'PREMIUM' ? { custodyUntil: addDays(day, 3_652) } : {};
  const nif = buyer.nif === null ? {} : { recipientNif: buyer.nif };
  const document = {
    ...{ name: `${number.replaceAll(/[ /]/g, '_')}.pdf`, mimeType: 'application/pdf', size, sha256, status: 'SIGNED' },
    ...{ signatureFormat: 'PAdES', signatureLevel: 'B-T', timeStampAt: at.toISOString(), stored: true, ...custody },
    invoice: { number, atcud, total: sumsOf(invoice).total / 100, ...nif },
  };
  const operation = {
    ...{ service: service.alias, externalReference: number.replaceAll(/[ /]/g, '-'), type: 'DOCUMENT' },
    ...{ source: 'API_SYNC', status: 'COMPLETED', receivedAt: at.toISOString(), documents: [document] },
    ...{ finishedAt: new Date(at.getTime() + 640).toISOString(), certificate: service.issuer.name },
  };
  const { results } = await runMachine(registerOperations, batchSchema.parse({ operations: [operation] }));
  const id = `${results[0]?.id}.1`;
  await writeFile(file, bytes);
  const expected = await runMachine(expectContent, { id, mimeType: 'application/pdf', size });
  await attachContent(expected, { file, size, sha256 });
}
