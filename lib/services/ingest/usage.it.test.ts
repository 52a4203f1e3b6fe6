import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { anyDocument, anyHash, anyOperation } from '@/db/factories/batches';
import { makeIssuer, makePartner, makeService } from '@/db/factories/companies';
import { ownerUrl } from '@/lib/database-urls';
import { runMachine } from '../run';
import { registerOperations } from './register';
import { batchSchema } from './schemas';

const register = (given: unknown[]) => runMachine(registerOperations, batchSchema.parse({ operations: given }));
let alias: string;

beforeAll(async () => {
  await asMachine('system', 'write', async (db) => {
    await db.execute(sql`select ensure_partitions('2025-01-01', (now() + interval '1 month')::date)`);
    const partner = await makePartner(db);
    const service = await makeService(db, await makeIssuer(db, partner.id));
    alias = service.alias;
  });
});

const raw = sql`select service_id, payer_kind, payer_id, local_day as day, status, count(*)::int operations,
  sum(case type when 'DOCUMENT' then signed_count else 0 end)::int documents,
  sum(case type when 'HASH' then signed_count else 0 end)::int hashes, sum(failed_count)::int failed, sum(bytes)::int bytes
  from operations where type <> 'TEST' group by 1, 2, 3, 4, 5 order by 4, 5, 1`;
const counted = sql`select service_id, payer_kind, payer_id, day, status, sum(operations)::int operations,
  sum(signed_documents)::int documents, sum(signed_hashes)::int hashes, sum(failed_items)::int failed, sum(bytes)::int bytes
  from usage_delta group by 1, 2, 3, 4, 5 order by 4, 5, 1`;
const read = (query: typeof raw) => asMachine('system', 'read', async (db) => [...(await db.execute(query))]);
const days = async (reference: string) =>
  (
    await asMachine('system', 'read', (db) =>
      db.execute(sql`select local_day::text as day from operations where external_ref = ${reference}`),
    )
  ).map(({ day }) => day);

describe('the local day of an operation', () => {
  it.each([
    ['2025-01-31T23:59:59.999Z', '2025-01-31'],
    ['2025-02-01T00:00:00.000Z', '2025-02-01'],
    ['2025-03-29T23:59:59.999Z', '2025-03-29'],
    ['2025-03-30T22:59:59.999Z', '2025-03-30'],
    ['2025-03-30T23:00:00.000Z', '2025-03-31'],
    ['2025-03-31T00:30:00+01:00', '2025-03-31'],
    ['2025-10-25T22:59:59.999Z', '2025-10-25'],
    ['2025-10-25T23:00:00.000Z', '2025-10-26'],
    ['2025-10-26T23:59:59.999Z', '2025-10-26'],
    ['2025-10-27T00:00:00.000Z', '2025-10-27'],
  ])('received at %s is %s in Lisbon', async (receivedAt, day) => {
    const operation = anyOperation(alias, { receivedAt });
    await register([operation]);
    expect(await days(operation.externalReference)).toEqual([day]);
  });
});

const status = fc.constantFrom('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'PROCESSING', 'CANCELLED');
const storable = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .filter((text) => text.length <= most && !text.includes('\0'));

/** Any operation that the rules allow. */
const operation = fc
  .record({
    status,
    type: fc.constantFrom('DOCUMENT', 'HASH', 'TEST'),
    externalReference: storable(160),
    receivedAt: fc.date({
      min: new Date('2025-01-01T00:00:00Z'),
      max: new Date('2025-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    names: fc.array(storable(60), { minLength: 1, maxLength: 4 }),
    size: fc.integer({ min: 0, max: 100_000 }),
  })
  .map(({ names, size, receivedAt, ...fields }) => {
    const ends: Record<string, string[]> = {
      COMPLETED: ['SIGNED'],
      FAILED: ['FAILED'],
      COMPLETED_WITH_ERRORS: ['FAILED', 'ARCHIVED'],
    };
    const statuses = names.map((_, index) => {
      const all = ends[fields.status] ?? ['RECEIVED', 'SIGNED'];
      return all[index % all.length] ?? 'SIGNED';
    });
    const all = fields.status === 'COMPLETED_WITH_ERRORS' ? ['SIGNED', ...statuses] : statuses;
    return anyOperation(alias, {
      ...fields,
      receivedAt: receivedAt.toISOString(),
      finishedAt: undefined,
      ...(fields.status === 'FAILED' ? { errorCode: '2.2.0' } : {}),
      documents: all.map((each, index) =>
        fields.type === 'HASH'
          ? anyHash({ status: each })
          : anyDocument({ status: each, size, name: names[index] ?? 'x' }),
      ),
    });
  });

describe('consumption', () => {
  it('counts no test', async () => {
    const before = await read(counted);
    await register([anyOperation(alias, { type: 'TEST' })]);
    expect(await read(counted)).toEqual(before);
  });

  it('any valid batch registers exactly, repeats exactly, and roll-up equals raw rows', async () => {
    const distinct = {
      minLength: 1,
      maxLength: 12,
      selector: (each: { externalReference: string }) => each.externalReference,
    };
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(operation, distinct), fc.uuid(), async (batch, salt) => {
        const own = batch.map((each) => ({ ...each, externalReference: `${salt}${each.externalReference}` }));
        const first = await register(own);
        expect(first).toMatchObject({ accepted: own.length, repeated: 0 });
        const again = await register([...own].reverse());
        expect(again).toMatchObject({ accepted: 0, repeated: own.length });
        expect([...again.results].reverse().map(({ id }) => id)).toEqual(first.results.map(({ id }) => id));
      }),
      { numRuns: 40 },
    );
    expect(await read(counted)).toEqual(await read(raw));
    expect((await read(raw)).length).toBeGreaterThan(20);
  }, 60_000);
});

describe('a month without partition', () => {
  it('older than all is refused; a hole is not ready yet (503)', async () => {
    const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} });
    await owner.unsafe('alter table operations detach partition operations_2025_04');
    await owner.end();
    const hole = register([anyOperation(alias), anyOperation(alias, { receivedAt: '2025-04-10T10:00:00Z' })]);
    await expect(hole).rejects.toMatchObject({ status: 503, details: [{ path: 'operations.1.receivedAt', index: 1 }] });
    const old = register([anyOperation(alias, { receivedAt: '2024-12-31T23:59:59.999Z' })]);
    await expect(old).rejects.toMatchObject({
      code: '0.0.6',
      message: expect.stringContaining('oldest kept month, 2025-01'),
    });
  });
});
