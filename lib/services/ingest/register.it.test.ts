import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { anyDocument, anyHash, anyOperation } from '@/db/factories/batches';
import { makeIssuer, makePartner, makeService } from '@/db/factories/companies';
import { documents, operationKeys, operations } from '@/db/schema';
import { timeOfId } from '@/lib/domain/ids';
import { runMachine } from '../run';
import { registerOperations } from './register';
import { batchSchema } from './schemas';

const register = (given: unknown[]) => runMachine(registerOperations, batchSchema.parse({ operations: given }));
const rowsOf = (reference: string) =>
  asMachine('system', 'read', (db) => db.select().from(operations).where(eq(operations.externalRef, reference)));

async function world() {
  return asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    const reseller = await makePartner(db, { type: 'RESELLER' });
    const issuer = await makeIssuer(db, partner.id);
    const sold = await makeIssuer(db, reseller.id);
    return {
      partner,
      reseller,
      issuer,
      sold,
      service: await makeService(db, issuer),
      second: await makeService(db, issuer, { status: 'blocked' }),
      resold: await makeService(db, sold),
    };
  });
}
let given: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  given = await world();
});

describe('registering operations', () => {
  it('writes the operation, its documents and its key', async () => {
    const operation = anyOperation(given.service.alias, {
      status: 'COMPLETED_WITH_ERRORS',
      folder: {
        name: 'Novembro "2026"',
        recipients: ['ana@cliente.test', 'rui@cliente.test'],
        custodyUntil: '2036-12-31',
      },
      documents: [
        anyDocument({ name: 'Fatura \\ 1, "{a}".pdf', size: 10 }),
        anyDocument({ status: 'FAILED', errorCode: '2.3.0', size: 5, invoice: undefined }),
      ],
    });
    const answer = await register([operation]);
    const [result] = answer.results;
    expect(answer).toMatchObject({ accepted: 1, repeated: 0, results: [{ index: 0, outcome: 'registered' }] });
    const [row] = await rowsOf(operation.externalReference);
    expect(row).toMatchObject({
      id: result?.id,
      partnerId: given.partner.id,
      issuerId: given.issuer.id,
      serviceId: given.service.id,
      payerKind: 'ISSUER',
      payerId: given.issuer.id,
      itemCount: 2,
      signedCount: 1,
      failedCount: 1,
      bytes: 15,
      folderName: 'Novembro "2026"',
      recipients: ['ana@cliente.test', 'rui@cliente.test'],
    });
    expect(timeOfId(row?.id ?? '')).toBe(Date.parse(operation.receivedAt));
    const items = await asMachine('system', 'read', (db) =>
      db
        .select()
        .from(documents)
        .where(eq(documents.operationId, row?.id ?? ''))
        .orderBy(documents.seq),
    );
    expect(items).toMatchObject([
      {
        seq: 1,
        name: 'Fatura \\ 1, "{a}".pdf',
        total: '123.45',
        invoiceNumber: 'FT 2026/1042',
        reference: operation.externalReference,
      },
      { seq: 2, status: 'FAILED', errorCode: '2.3.0', total: null },
    ]);
    expect(items.map(({ sha256 }) => sha256.toString('hex'))).toEqual(operation.documents.map(({ sha256 }) => sha256));
  });

  it('lets the reseller pay for its issuers', async () => {
    const operation = anyOperation(given.resold.alias);
    await register([operation]);
    expect(await rowsOf(operation.externalReference)).toMatchObject([
      { payerKind: 'PARTNER', payerId: given.reseller.id },
    ]);
  });

  it('records facts of a service that may no longer sign', async () => {
    expect(await register([anyOperation(given.second.alias)])).toMatchObject({ accepted: 1 });
  });

  it('writes hash items without name and content', async () => {
    const operation = anyOperation(given.service.alias, { type: 'HASH', documents: [anyHash(), anyHash()] });
    const { results } = await register([operation]);
    const items = await asMachine('system', 'read', (db) =>
      db
        .select()
        .from(documents)
        .where(eq(documents.operationId, results[0]?.id ?? '')),
    );
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ name: null, mimeType: null, sizeBytes: null, stored: false });
  });

  it('repeats the same content and keeps the id', async () => {
    const batch = [anyOperation(given.service.alias), anyOperation(given.second.alias)];
    const first = await register(batch);
    const again = await register([...batch, anyOperation(given.service.alias)]);
    expect(again).toMatchObject({ accepted: 1, repeated: 2 });
    expect(again.results.slice(0, 2)).toEqual(first.results.map((each) => ({ ...each, outcome: 'repeated' })));
  });

  it('takes the same reference for two services', async () => {
    const externalReference = randomUUID();
    const batch = [given.service, given.second].map(({ alias }) => anyOperation(alias, { externalReference }));
    expect(await register(batch)).toMatchObject({ accepted: 2 });
  });

  it('refuses the whole batch when one reference holds other content', async () => {
    const known = anyOperation(given.service.alias);
    await register([known]);
    const fresh = anyOperation(given.service.alias);
    const conflict = register([fresh, { ...known, source: 'PROXY' }, anyOperation(given.second.alias)]);
    await expect(conflict).rejects.toMatchObject({
      code: '0.0.7',
      status: 409,
      details: [{ path: 'operations.1.externalReference', index: 1, field: 'externalReference' }],
    });
    expect(await rowsOf(fresh.externalReference)).toEqual([]);
    const keys = await asMachine('system', 'read', (db) =>
      db.select().from(operationKeys).where(eq(operationKeys.externalRef, fresh.externalReference)),
    );
    expect(keys).toEqual([]);
  });

  it('registers once what comes twice at the same time, in opposite orders', async () => {
    for (let round = 0; round < 10; round += 1) {
      const batch = Array.from({ length: 50 }, () => anyOperation(given.service.alias));
      const [one, other] = await Promise.all([register(batch), register([...batch].reverse())]);
      expect([one.accepted, other.accepted].sort((a, b) => a - b)).toEqual([0, 50]);
      expect(one.repeated + other.repeated).toBe(50);
      expect(new Set([...one.results, ...other.results].map(({ id }) => id)).size).toBe(50);
    }
  });

  it('finds the conflict of two batches that come at the same time', async () => {
    const operation = anyOperation(given.service.alias);
    const both = await Promise.allSettled([register([operation]), register([{ ...operation, source: 'PROXY' }])]);
    const refused = both.filter((each) => each.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: '0.0.7' } }]);
    expect(await rowsOf(operation.externalReference)).toHaveLength(1);
  });
});

describe('a batch that cannot be registered', () => {
  it('names an alias that does not exist', async () => {
    const batch = [anyOperation(given.service.alias), anyOperation('PRT.1-PRT.2-abcdef')];
    await expect(register(batch)).rejects.toMatchObject({
      code: '1.1.0',
      status: 401,
      details: [{ path: 'operations.1.service', index: 1 }],
    });
  });

  it('is of one partner', async () => {
    const batch = [
      anyOperation(given.service.alias),
      anyOperation(given.resold.alias),
      anyOperation(given.resold.alias),
    ];
    await expect(register(batch)).rejects.toMatchObject({
      code: '0.0.6',
      status: 400,
      details: [{ index: 1 }, { index: 2 }],
    });
  });

  it('does not hold a reference twice', async () => {
    const operation = anyOperation(given.service.alias);
    await expect(register([operation, anyOperation(given.service.alias), operation])).rejects.toMatchObject({
      code: '0.0.6',
      details: [{ index: 2, field: 'externalReference', message: 'is the same as that of operations.0' }],
    });
  });

  it('is neither older than the oldest kept month nor of the future', async () => {
    const old = anyOperation(given.service.alias, { receivedAt: '2010-01-01T00:00:00Z' });
    await expect(register([anyOperation(given.service.alias), old])).rejects.toMatchObject({
      code: '0.0.6',
      details: [{ path: 'operations.1.receivedAt', message: expect.stringContaining('oldest kept month, 20') }],
    });
    const soon = new Date(Date.now() + 4 * 60_000).toISOString();
    const later = new Date(Date.now() + 6 * 60_000).toISOString();
    expect(await register([anyOperation(given.service.alias, { receivedAt: soon, finishedAt: soon })])).toMatchObject({
      accepted: 1,
    });
    await expect(
      register([anyOperation(given.service.alias, { receivedAt: later, finishedAt: later })]),
    ).rejects.toMatchObject({
      code: '0.0.6',
      details: [{ path: 'operations.0.receivedAt' }, { path: 'operations.0.finishedAt' }],
    });
  });
});
