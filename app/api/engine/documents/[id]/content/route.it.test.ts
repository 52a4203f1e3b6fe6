import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { anyHash } from '@/db/factories/batches';
import { makeIssuer, makePartner, makeService } from '@/db/factories/companies';
import { anyContent, registerDocument, sha256Of } from '@/db/factories/contents';
import { startBucket } from '@/db/testing/bucket';
import { asSuperuser } from '@/db/testing/owner-connection';
import { newId } from '@/lib/domain/ids';
import { chunkBytes } from '@/lib/services/documents/content-chunks';
import type { ContentStorage } from '@/lib/storage/port';
import { PUT } from './route';

const token = 'engine-token-of-these-tests-0123456789';
const superuser = asSuperuser();
let alias: string;

beforeAll(async () => {
  vi.stubEnv('SIGNSTASH_ENGINE_TOKEN', token);
  vi.stubEnv('LOG_LEVEL', 'error');
  alias = await asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    return (await makeService(db, await makeIssuer(db, partner.id))).alias;
  });
});

type Given = { type?: string; authorization?: string; encoding?: string };

async function put(id: string, body: BodyInit, given: Given = {}) {
  const { type = 'application/pdf', authorization = `Bearer ${token}`, encoding } = given;
  const request = new Request('http://localhost/', {
    method: 'PUT',
    headers: { authorization, 'content-type': type, ...(encoding ? { 'content-encoding': encoding } : {}) },
    body,
    duplex: 'half',
  } as RequestInit);
  const response = await PUT(request, { params: Promise.resolve({ id }) });
  return { status: response.status, answer: await response.json() };
}

async function rows(id: string) {
  const [operation, seq] = id.split('.');
  const [row] = await superuser`
    select d.stored, c.sha256 is not null as tied,
      (select count(*)::int from contents k where k.sha256 = d.sha256) as contents,
      (select count(*)::int from content_chunks k where k.sha256 = d.sha256) as chunks
    from documents d left join document_contents c on c.operation_id = d.operation_id and c.seq = d.seq
    where d.operation_id = ${String(operation)} and d.seq = ${Number(seq)}`;
  return row;
}

const nothing = { stored: false, tied: false, contents: 0, chunks: 0 };

describe('PUT /api/engine/documents/{id}/content', () => {
  it('keeps a content, byte for byte, and says that the document is stored', async () => {
    const content = anyContent(2 * chunkBytes + 17);
    const id = await registerDocument(alias, content);
    expect(await put(id, content.bytes)).toEqual({
      status: 200,
      answer: { outcome: 'stored', size: content.bytes.byteLength, sha256: content.sha256 },
    });
    expect(await rows(id)).toEqual({ stored: true, tied: true, contents: 1, chunks: 3 });
  });

  it('answers a repeat with `repeated`, and keeps one content for two documents of an issuer', async () => {
    const content = anyContent();
    const [id, other] = [await registerDocument(alias, content), await registerDocument(alias, content)];
    expect(await put(id, content.bytes)).toMatchObject({ answer: { outcome: 'stored' } });
    expect(await put(id, content.bytes)).toMatchObject({ status: 200, answer: { outcome: 'repeated' } });
    expect(await put(other, content.bytes)).toMatchObject({ status: 200, answer: { outcome: 'stored' } });
    expect(await rows(other)).toEqual({ stored: true, tied: true, contents: 1, chunks: 1 });
  });

  it('takes the same content from eight senders at once', async () => {
    const content = anyContent();
    const id = await registerDocument(alias, content);
    const answers = await Promise.all(Array.from({ length: 8 }, () => put(id, content.bytes)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await rows(id)).toEqual({ stored: true, tied: true, contents: 1, chunks: 1 });
  });

  it('keeps nothing of a content whose hash or size is another than was registered', async () => {
    const content = anyContent();
    const id = await registerDocument(alias, content);
    const wrong = Buffer.from(content.bytes);
    wrong[0] = (wrong[0] ?? 0) ^ 1;
    expect(await put(id, wrong)).toMatchObject({
      status: 400,
      answer: { code: '0.0.6', requestId: expect.any(String) },
    });
    expect(await rows(id)).toEqual(nothing);
    const longer = await registerDocument(alias, content, { document: { size: 9 } });
    expect(await put(longer, content.bytes)).toMatchObject({ status: 400, answer: { code: '0.0.6' } });
    expect(await rows(longer)).toEqual(nothing);
  });

  it('answers 404 where there is no such document', async () => {
    const id = await registerDocument(alias, anyContent());
    const [operation] = id.split('.');
    for (const other of [
      `${operation}.2`,
      `${newId()}.1`,
      `${operation}`,
      `${operation}.0`,
      `${operation}.01`,
      'x',
      '',
    ]) {
      expect(await put(other, 'x'), other).toMatchObject({ status: 404, answer: { code: '0.0.6' } });
    }
  });

  it('refuses a hash item, what stayed behind the proxy, what was purged, and another type', async () => {
    const content = anyContent();
    const hash = await registerDocument(alias, content, {
      operation: { type: 'HASH', documents: [anyHash({ sha256: content.sha256 })] },
    });
    const proxy = await registerDocument(alias, content, { operation: { source: 'PROXY' } });
    const purged = await registerDocument(alias, content, { document: { status: 'PURGED' } });
    for (const id of [hash, proxy, purged]) {
      expect(await put(id, content.bytes), id).toMatchObject({ status: 409, answer: { code: '0.0.6' } });
    }
    const id = await registerDocument(alias, content);
    expect(await put(id, content.bytes, { type: 'text/html' })).toMatchObject({ status: 400 });
    expect(await put(id, content.bytes, { encoding: 'gzip' })).toMatchObject({ status: 400 });
    expect(await put(id, content.bytes, { type: 'Application/PDF; charset=x' })).toMatchObject({ status: 200 });
  });

  it('answers 413 beyond 25 MiB, said or found, and 401 without its token', async () => {
    const content = anyContent();
    const id = await registerDocument(alias, content, { document: { size: undefined } });
    const big = Buffer.alloc(25 * 1_048_576 + 1);
    expect(await put(id, Readable.toWeb(Readable.from([big])) as unknown as BodyInit)).toMatchObject({ status: 413 });
    expect(await put(id, big)).toMatchObject({ status: 413, answer: { code: '0.0.4' } });
    expect(await put(id, content.bytes, { authorization: 'Bearer x' })).toMatchObject({ status: 401 });
    expect(await rows(id)).toEqual(nothing);
  });

  it('keeps nothing of a body that breaks off, and leaves no file behind', async () => {
    const content = anyContent();
    const id = await registerDocument(alias, content);
    const spooled = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('signstash-body-')).sort();
    const before = await spooled();
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(content.bytes.subarray(0, 100)),
      pull: (controller) => controller.error(new Error('gone')),
    });
    expect(await put(id, broken)).toMatchObject({ status: 400 });
    expect(await rows(id)).toEqual(nothing);
    expect(await spooled()).toEqual(before);
  });
});

const most = 25 * 1_048_576;

/** 25 MiB that nobody holds: one piece of 64 KiB, again and again, its number in front. */
function* largeBody(seed: number) {
  const piece = anyContent(65_536).bytes;
  for (let n = 0; n < most / 65_536; n += 1) {
    const copy = Buffer.from(piece);
    copy.writeUInt32BE(seed * 1_000 + n);
    yield copy;
  }
}

describe.each(['postgres', 's3'] as const)('25 MiB over HTTP into %s', (place) => {
  let server: ReturnType<typeof createServer>;
  let bucket: Awaited<ReturnType<typeof startBucket>> | undefined;
  let storage: ContentStorage;

  beforeAll(async () => {
    if (place === 's3') bucket = await startBucket();
    vi.stubEnv('STORAGE_URL', bucket?.url);
    // The environment is read once a process.
    vi.resetModules();
    const route = await import('./route');
    storage = (await import('@/lib/services/documents/content-storage')).systemStorage(place);
    server = createServer(async (incoming, outgoing) => {
      const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
      const body = Readable.toWeb(incoming) as unknown as BodyInit;
      const request = new Request('http://localhost/', { method: 'PUT', headers, body, duplex: 'half' } as RequestInit);
      const id = String(incoming.url).split('/')[1] ?? '';
      const response = await route.PUT(request, { params: Promise.resolve({ id }) });
      outgoing.writeHead(response.status).end(await response.text());
    }).listen(0);
  });

  afterAll(async () => {
    server.close();
    await bucket?.stop();
    vi.stubEnv('STORAGE_URL', undefined);
    vi.resetModules();
  });

  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' };
  const send = (id: string, body: BodyInit) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${id}`, {
      method: 'PUT',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);

  it('comes out as it went in', async () => {
    const content = anyContent(most);
    const id = await registerDocument(alias, content);
    expect(await (await send(id, content.bytes)).json()).toMatchObject({ outcome: 'stored', sha256: content.sha256 });
    const hash = Buffer.from(content.sha256, 'hex');
    const [row] = await superuser`select partner_id, issuer_id, place from contents where sha256 = ${hash}`;
    expect(row?.place).toBe(place);
    const address = { partnerId: String(row?.partner_id), issuerId: String(row?.issuer_id), sha256: content.sha256 };
    const pieces: Uint8Array[] = [];
    for await (const piece of (await storage.get(address)) ?? []) pieces.push(piece);
    const out = Buffer.concat(pieces);
    expect([out.byteLength, sha256Of(out)]).toEqual([most, content.sha256]);
    await storage.delete(address);
    expect(await storage.exists(address)).toBe(false);
    expect(await storage.get(address)).toBeNull();
  });

  it('costs no memory that grows with the content', async () => {
    const used: number[] = [];
    for (const round of [0, 1, 2, 3]) {
      const body = [...largeBody(round)];
      const sha256 = sha256Of(Buffer.concat(body));
      const id = await registerDocument(alias, { bytes: { byteLength: most } as Uint8Array, sha256 });
      const before = process.memoryUsage().rss;
      expect((await send(id, Readable.toWeb(Readable.from(body)) as unknown as BodyInit)).status).toBe(200);
      used.push((process.memoryUsage().rss - before) / most);
    }
    // In multiples of the content. The first round also grows the heap of the test itself, and what a round uses
    // depends on when rubbish is collected: memory that grew with the content would show in every one.
    expect(Math.min(...used.slice(1))).toBeLessThan(2);
  });

  if (place !== 's3') return;

  it('answers 503 while the bucket is away, keeps nothing, and stores the same afterwards', async () => {
    const content = anyContent();
    const id = await registerDocument(alias, content);
    await bucket?.stop();
    expect((await send(id, content.bytes)).status).toBe(503);
    expect(await rows(id)).toMatchObject({ stored: false, tied: false });
    bucket = await startBucket(Number(new URL(bucket?.url ?? '').port));
    expect(await (await send(id, content.bytes)).json()).toMatchObject({ outcome: 'stored' });
  });
});
