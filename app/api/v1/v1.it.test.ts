import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine, asService } from '@/db/client';
import { anyHash } from '@/db/factories/batches';
import { makeService } from '@/db/factories/companies';
import { anyContent, registerDocument, sha256Of } from '@/db/factories/contents';
import { makeServiceSecret } from '@/db/factories/secrets';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants } from '@/db/testing/tenants';
import { authenticateService, callerOfToken, issueToken } from '@/lib/auth/service-tokens';
import { newId } from '@/lib/domain/ids';
import type { ServiceCaller } from '@/lib/domain/service-caller';
import { attachContent } from '@/lib/services/documents/content-attach';
import { chunkBytes } from '@/lib/services/documents/content-chunks';
import { expectContent } from '@/lib/services/documents/content-expect';
import { operationsView, operationView } from '@/lib/services/machine/schemas';
import { runMachine } from '@/lib/services/run';
import { GET as getContent } from './documents/[id]/content/route';
import { GET as getOperation } from './operations/[id]/route';
import { GET as findOperations } from './operations/route';

const superuser = asSuperuser();
const origin = { id: newId(), address: '127.0.0.1' };
const content = anyContent(2 * chunkBytes + 5);
/** Own: of padaria. Second: another service of the same issuer. Foreign: of another partner's issuer. */
let aliases: Record<'own' | 'second' | 'foreign', string>;
let documents: Record<'own' | 'second' | 'foreign', string>;
let token: string;
let caller: ServiceCaller;

async function deliver(alias: string, operation = {}): Promise<string> {
  const id = await registerDocument(alias, content, { operation });
  const file = path.join(tmpdir(), `v1-test-${newId()}`);
  await writeFile(file, content.bytes);
  const size = content.bytes.byteLength;
  const expected = await runMachine(expectContent, { id, mimeType: 'application/pdf', size });
  await attachContent(expected, { file, size, sha256: content.sha256 });
  await rm(file);
  return id;
}

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  const { services, issuers, second } = await asMachine('system', 'write', async (db) => {
    const made = await makeTenants(db);
    return { ...made, second: await makeService(db, made.issuers.padaria, { name: 'Loja online' }) };
  });
  expect(issuers.padaria.id).toBe(second.issuerId);
  aliases = { own: services.padaria.alias, second: second.alias, foreign: services.foreign.alias };
  documents = {
    own: await deliver(aliases.own, { externalReference: 'FT 1/ação' }),
    second: await deliver(aliases.second, { externalReference: 'second' }),
    foreign: await deliver(aliases.foreign, { externalReference: 'foreign' }),
  };
  await makeServiceSecret(services.padaria, 'secret');
  const service = await authenticateService({ alias: aliases.own, secret: 'secret' }, origin);
  token = (await issueToken(service, origin)).access_token;
  caller = await callerOfToken(token, origin);
});

const request = (address = '', authorization = `Bearer ${token}`) =>
  new Request(`http://localhost/api/v1/${address}`, { headers: { authorization } });
const operation = (id: string) => getOperation(request(), { params: Promise.resolve({ id }) });
const bytes = (id: string) => getContent(request(), { params: Promise.resolve({ id }) });
const operationOf = (document: string) => String(document.split('.')[0]);

describe('a client service reads', () => {
  it('an operation of its own, in the documented form', async () => {
    const response = await operation(operationOf(documents.own));
    expect(response.status).toBe(200);
    expect(operationView.parse(await response.json())).toMatchObject({
      id: operationOf(documents.own),
      externalReference: 'FT 1/ação',
      documents: [{ id: documents.own, sha256: content.sha256, stored: true, invoice: { total: 123.45 } }],
    });
  });

  it('the one with an external reference, or none', async () => {
    const find = async (query: string) => {
      const response = await findOperations(request(`operations?${query}`));
      return { status: response.status, answer: await response.json() };
    };
    const found = await find(`externalRef=${encodeURIComponent('FT 1/ação')}`);
    expect(operationsView.parse(found.answer).operations.map(({ id }) => id)).toEqual([operationOf(documents.own)]);
    for (const reference of ['second', 'foreign', 'nothing', '%', "'"]) {
      expect(await find(`externalRef=${encodeURIComponent(reference)}`)).toEqual({
        status: 200,
        answer: { operations: [] },
      });
    }
    expect(await find('')).toMatchObject({ status: 400, answer: { code: '0.0.2' } });
    expect(await find(`externalRef=${'x'.repeat(201)}`)).toMatchObject({ status: 400, answer: { code: '0.0.4' } });
    expect(await find('externalRef=x&size=1')).toMatchObject({ status: 400, answer: { code: '0.0.6' } });
    expect(await find('externalRef=%00')).toMatchObject({ status: 400 });
  });

  it('a content of its own, byte for byte, on the record', async () => {
    const response = await bytes(documents.own);
    expect(response.status).toBe(200);
    expect(sha256Of(new Uint8Array(await response.arrayBuffer()))).toBe(content.sha256);
    const [entry] =
      await superuser`select entry from audit_log where issuer_id = ${caller.issuerId} order by seq desc limit 1`;
    expect(JSON.parse(String(entry?.entry))).toMatchObject({
      action: 'documents.content',
      actor: { kind: 'machine', id: caller.serviceId, role: 'client_service' },
      target: { id: documents.own },
      requestId: response.headers.get('x-request-id'),
    });
  });

  it('nothing of another service, be it of the same issuer', async () => {
    for (const document of [documents.second, documents.foreign, `${newId()}.1`, 'x', 'a'.repeat(600), "'--"]) {
      for (const response of [await bytes(document), await operation(operationOf(document))]) {
        expect(response.status, document).toBe(404);
        expect(await response.json()).toMatchObject({ code: '0.0.6', requestId: expect.any(String) });
      }
    }
  });

  it('why there is no content', async () => {
    const more = [
      [{ operation: { source: 'PROXY' } }, 409],
      [{ operation: { type: 'HASH', documents: [anyHash()] } }, 409],
      [{ document: { status: 'PURGED' } }, 410],
      [{ document: { stored: true } }, 409],
      [{}, 409],
    ] as const;
    for (const [given, status] of more) {
      const response = await bytes(await registerDocument(aliases.own, anyContent(), given));
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ code: '0.0.6', message: expect.any(String) });
    }
  });

  it('nothing without a token', async () => {
    for (const authorization of ['', 'Bearer x', `Basic ${token}`]) {
      const response = await findOperations(request('operations?externalRef=x', authorization));
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: '0.0.10' });
    }
  });
});

describe('row-level security alone', () => {
  it('shows a client service its own rows, and writes none', async () => {
    const tables = ['operations', 'documents', 'operation_keys', 'document_contents'];
    for (const table of tables) {
      const rows = await asService(caller, 'read', (db) =>
        db.execute<{ id: string }>(sql`select distinct service_id as id from ${sql.identifier(table)}`),
      );
      expect(
        rows.map(({ id }) => id),
        table,
      ).toEqual([caller.serviceId]);
    }
    for (const table of [...tables, 'contents', 'content_chunks', 'service_tokens', 'service_secrets']) {
      const write = asService(caller, 'write', (db) => db.execute(sql`delete from ${sql.identifier(table)}`));
      await expect(write, table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('shows of contents what a document of its own has', async () => {
    const other = anyContent();
    await registerDocument(aliases.second, other);
    const count = (table: string) =>
      asService(caller, 'read', async (db) => {
        const rows = await db.execute<{ sha: string; issuer: string }>(
          sql`select distinct encode(sha256, 'hex') as sha, issuer_id as issuer from ${sql.identifier(table)}`,
        );
        return rows.map(({ sha, issuer }) => [sha, issuer]);
      });
    expect(await count('contents')).toEqual([[content.sha256, caller.issuerId]]);
    expect(await count('content_chunks')).toEqual([[content.sha256, caller.issuerId]]);
    const secrets = asService(caller, 'read', (db) => db.execute(sql`select 1 from service_secrets`));
    await expect(secrets).rejects.toMatchObject({ code: '42501' });
  });
});
