import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { anyOperation } from '@/db/factories/batches';
import { makeIssuer, makePartner, makeService } from '@/db/factories/companies';
import { registrationSchema } from '@/lib/services/ingest/schemas';
import { POST } from './route';

const token = 'engine-token-of-these-tests-0123456789';
let alias: string;

beforeAll(async () => {
  vi.stubEnv('SIGNSTASH_ENGINE_TOKEN', token);
  vi.stubEnv('LOG_LEVEL', 'error');
  alias = await asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    return (await makeService(db, await makeIssuer(db, partner.id))).alias;
  });
});

async function post(body: unknown) {
  const response = await POST(
    new Request('http://localhost/api/engine/operations', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, answer: await response.json() };
}

describe('POST /api/engine/operations, with its database', () => {
  it('answers 200 in the documented form, then the same with `repeated`', async () => {
    const batch = { operations: [anyOperation(alias), anyOperation(alias)] };
    const first = await post(batch);
    expect(first.status).toBe(200);
    expect(registrationSchema.parse(first.answer)).toMatchObject({
      accepted: 2,
      results: batch.operations.map(({ externalReference }, index) => ({
        index,
        externalReference,
        outcome: 'registered',
      })),
    });
    expect(await post(batch)).toMatchObject({ status: 200, answer: { accepted: 0, repeated: 2 } });
  });

  it('answers 409 with index and field to another content', async () => {
    const operation = anyOperation(alias);
    await post({ operations: [operation] });
    const { status, answer } = await post({ operations: [anyOperation(alias), { ...operation, type: 'TEST' }] });
    expect(status).toBe(409);
    expect(answer).toMatchObject({
      code: '0.0.7',
      details: [{ index: 1, field: 'externalReference' }],
      requestId: expect.any(String),
    });
  });

  it('answers 401 with 1.1.0 to an alias that does not exist', async () => {
    const { status, answer } = await post({ operations: [anyOperation('nobody')] });
    expect({ status, code: answer.code }).toEqual({ status: 401, code: '1.1.0' });
  });

  it('never answers 500, whatever stands in a field', async () => {
    const fields = Object.keys(anyOperation(alias));
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.date().map((date) => String(date)),
      fc.double(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fields, 'folder', 'errorCode', 'constructor'),
        anything,
        async (field, value) => {
          const { status } = await post({ operations: [{ ...anyOperation(alias), [field]: value }] });
          expect([200, 400, 401, 409]).toContain(status);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never answers 500, whatever stands in a document', async () => {
    const [document = {}] = anyOperation(alias).documents;
    const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.integer(), fc.double());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(document), 'timeStampAt'), anything, async (field, value) => {
        const { status } = await post({
          operations: [anyOperation(alias, { documents: [{ ...document, [field]: value }] })],
        });
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 300 },
    );
  });
});
