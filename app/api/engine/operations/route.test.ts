import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anyOperation } from '@/db/factories/batches';
import { POST } from './route';

const token = 'engine-token-of-these-tests-0123456789';

beforeAll(() => {
  vi.stubEnv('SIGNSTASH_ENGINE_TOKEN', token);
  // Nobody listens there: what needs the database finds it away.
  vi.stubEnv('DATABASE_URL', 'postgres://app@127.0.0.1:1/none');
  vi.stubEnv('LOG_LEVEL', 'error');
});

type Sent = { body?: BodyInit; headers?: Record<string, string> };

async function post({ body = '{}', headers = {} }: Sent) {
  const request = new Request('http://localhost/api/engine/operations', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
  const response = await POST(request);
  return { response, answer: await response.json() };
}

/** A body that comes in pieces of a MiB, without Content-Length. */
function pieces(count: number, seen: { sent: number }): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      if (seen.sent >= count) return controller.close();
      seen.sent += 1;
      controller.enqueue(new Uint8Array(1_048_576).fill(32));
    },
  });
}

describe('POST /api/engine/operations', () => {
  it.each([{ authorization: '' }, { authorization: 'Bearer wrong' }, { authorization: `Basic ${token}` }])(
    'answers 401 to %j',
    async (headers) => {
      const { response, answer } = await post({ headers });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer).toEqual({ code: '0.0.10', message: expect.any(String), requestId: expect.any(String) });
    },
  );

  it('answers 413 as soon as more than 32 MiB have come, though no length was announced', async () => {
    const seen = { sent: 0 };
    const { response, answer } = await post({ body: pieces(100, seen) });
    expect(response.status).toBe(413);
    expect(answer).toMatchObject({ code: '0.0.4', message: 'The body is larger than 32 MiB.' });
    expect(seen.sent).toBeLessThan(40);
  });

  it('answers 413 to an announced length without reading', async () => {
    const seen = { sent: 0 };
    const headers = { 'content-length': String(32 * 1_048_576 + 1) };
    expect((await post({ body: pieces(100, seen), headers })).response.status).toBe(413);
    expect(seen.sent).toBeLessThan(3);
  });

  it('reads 32 MiB of white space, and says that it is no JSON', async () => {
    const { response, answer } = await post({ body: pieces(32, { sent: 0 }) });
    expect(response.status).toBe(400);
    expect(answer.code).toBe('0.0.6');
  });

  it('names the place where JSON breaks', async () => {
    const { response, answer } = await post({ body: '{"operations":[{"status":COMPLETED}]}' });
    expect(response.status).toBe(400);
    expect(answer).toMatchObject({
      code: '0.0.6',
      message: 'The body is not JSON: line 1, column 26, at operations.0.status.',
      details: [{ path: 'operations.0.status' }],
    });
  });

  it.each<[string, Sent]>([
    ['another content type', { headers: { 'content-type': 'text/plain' } }],
    ['a compressed body', { headers: { 'content-encoding': 'gzip' } }],
    ['an empty body', { body: '' }],
    ['a body that is not UTF-8', { body: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['a null', { body: 'null' }],
    ['nothing but brackets', { body: '['.repeat(100_000) }],
    ['a polluted prototype', { body: '{"operations":[],"__proto__":{"a":1}}' }],
  ])('answers 400 to %s', async (_what, sent) => {
    const { response, answer } = await post(sent);
    expect({ status: response.status, code: answer.code }).toEqual({ status: 400, code: '0.0.6' });
  });

  it('answers 503 with Retry-After while the database is away', async () => {
    const body = JSON.stringify({ operations: [anyOperation('DIRECT-PRT.501964843-3fa9c1')] });
    const { response, answer } = await post({ body });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(response.headers.get('x-request-id')).toBe(answer.requestId);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });
});
