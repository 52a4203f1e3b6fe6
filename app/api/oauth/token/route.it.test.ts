import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { makeIssuer, makePartner, makeService } from '@/db/factories/companies';
import { makeServiceSecret } from '@/db/factories/secrets';
import { asSuperuser } from '@/db/testing/owner-connection';
import { callerOfToken } from '@/lib/auth/service-tokens';
import { newId } from '@/lib/domain/ids';
import { POST } from './route';

const superuser = asSuperuser();
const secret = 'a secret of these tests: 100 %';
const origin = { id: newId(), address: '127.0.0.1' };
type Service = Awaited<ReturnType<typeof makeService>>;
let service: Service;

async function anyService(): Promise<Service> {
  const made = await asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    return makeService(db, await makeIssuer(db, partner.id));
  });
  await makeServiceSecret(made, secret);
  return made;
}

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  service = await anyService();
});

beforeEach(async () => {
  await superuser`delete from limiter`;
});

const basic = (alias: string, given = secret, encode: (text: string) => string = encodeURIComponent) =>
  `Basic ${Buffer.from(`${encode(alias)}:${encode(given)}`).toString('base64')}`;

async function ask(authorization: string | null, body = 'grant_type=client_credentials', type?: string) {
  const response = await POST(
    new Request('http://localhost/api/oauth/token', {
      method: 'POST',
      headers: {
        'content-type': type ?? 'application/x-www-form-urlencoded',
        ...(authorization === null ? {} : { authorization }),
      },
      body,
    }),
  );
  return { status: response.status, headers: response.headers, answer: await response.json() };
}

describe('POST /api/oauth/token', () => {
  it('gives a bearer token for alias and secret, of which only the hash is kept', async () => {
    const { status, headers, answer } = await ask(basic(service.alias));
    expect(status).toBe(200);
    expect(answer).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43}$/),
      token_type: 'Bearer',
      expires_in: 86_399,
    });
    expect(headers.get('cache-control')).toBe('private, no-store');
    const [row] = await superuser`select service_id, extract(epoch from expires_at - created_at)::int as seconds,
      service_tokens::text as text from service_tokens order by created_at desc limit 1`;
    expect(row).toMatchObject({ service_id: service.id, seconds: 86_399 });
    expect(row?.text).not.toContain(answer.access_token);
    expect(await callerOfToken(answer.access_token, origin)).toMatchObject({
      serviceId: service.id,
      alias: service.alias,
    });
    const [entry] =
      await superuser`select entry from audit_log where issuer_id = ${service.issuerId} order by seq desc limit 1`;
    expect(JSON.parse(String(entry?.entry))).toMatchObject({
      action: 'token.issued',
      actor: { kind: 'machine', id: service.id },
    });
    expect(entry?.entry).not.toContain(answer.access_token);
  });

  it('understands credentials that were not encoded', async () => {
    const plain = await anyService();
    await makeServiceSecret(plain, 'plain+secret');
    expect((await ask(basic(plain.alias, 'plain+secret', (text) => text))).status).toBe(200);
  });

  it('says the same of an unknown alias, a wrong secret, none, and credentials that are none', async () => {
    const without = await asMachine('system', 'write', async (db) => {
      const partner = await makePartner(db);
      return makeService(db, await makeIssuer(db, partner.id));
    });
    const answers = [
      await ask(basic('nobody')),
      await ask(basic(service.alias, 'wrong')),
      await ask(basic(service.alias, '')),
      await ask(basic(without.alias, '')),
      await ask(basic('nobody\0')),
    ];
    for (const { status, headers, answer } of answers) {
      expect({ status, code: answer.code, message: answer.message }).toEqual({
        status: 401,
        code: '1.1.0',
        message: answers[0]?.answer.message,
      });
      expect(headers.get('www-authenticate')).toBe('Basic');
    }
    for (const none of [null, 'Basic', 'Basic ???', `Bearer ${secret}`, `Basic ${'A'.repeat(5_000)}`]) {
      expect(await ask(none), String(none)).toMatchObject({ status: 401, answer: { code: '1.1.0' } });
    }
  });

  it.each([
    ['client_services', '1.1.1', 401],
    ['issuers', '1.2.0', 403],
    ['partners', '1.3.0', 403],
  ])(
    'refuses a service whose %s is not active with %s, and its token with the next request',
    async (table, code, status) => {
      const stopped = await anyService();
      const { answer } = await ask(basic(stopped.alias));
      const id = { client_services: stopped.id, issuers: stopped.issuerId, partners: stopped.partnerId }[table];
      for (const state of ['suspended', 'blocked']) {
        await superuser`update ${superuser(table)} set status = ${state} where id = ${String(id)}`;
        expect(await ask(basic(stopped.alias))).toMatchObject({ status, answer: { code } });
        expect(await ask(basic(stopped.alias, 'wrong'))).toMatchObject({ status: 401, answer: { code: '1.1.0' } });
        await expect(callerOfToken(answer.access_token, origin)).rejects.toMatchObject({ code });
      }
    },
  );

  it('takes the old secret while it is being rotated, and not afterwards', async () => {
    const rotated = await anyService();
    await superuser`update service_secrets set expires_at = now() + interval '1 hour' where service_id = ${rotated.id}`;
    await makeServiceSecret(rotated, 'the new secret');
    expect((await ask(basic(rotated.alias))).status).toBe(200);
    expect((await ask(basic(rotated.alias, 'the new secret'))).status).toBe(200);
    await superuser`update service_secrets set expires_at = now() where service_id = ${rotated.id} and expires_at is not null`;
    expect((await ask(basic(rotated.alias))).status).toBe(401);
    expect((await ask(basic(rotated.alias, 'the new secret'))).status).toBe(200);
  });

  it('lets a token end, and gives another one beside it', async () => {
    const [first, second] = [await ask(basic(service.alias)), await ask(basic(service.alias))];
    expect(first.answer.access_token).not.toBe(second.answer.access_token);
    await superuser`update service_tokens set expires_at = now()
      where created_at = (select max(created_at) from service_tokens)`;
    await expect(callerOfToken(second.answer.access_token, origin)).rejects.toMatchObject({ code: '0.0.10' });
    expect(await callerOfToken(first.answer.access_token, origin)).toMatchObject({ serviceId: service.id });
    for (const none of [null, '', 'x', `${first.answer.access_token}x`]) {
      await expect(callerOfToken(none, origin)).rejects.toMatchObject({ code: '0.0.10', status: 401 });
    }
  });

  it('wants the one grant there is', async () => {
    const ok = basic(service.alias);
    expect(await ask(ok, '')).toMatchObject({
      status: 400,
      answer: { code: '0.0.2', details: [{ path: 'grant_type' }] },
    });
    expect(await ask(ok, 'grant_type=password')).toMatchObject({ status: 400, answer: { code: '0.0.6' } });
    expect(await ask(ok, '{}', 'application/json')).toMatchObject({ status: 400, answer: { code: '0.0.6' } });
    expect(await ask(ok, 'x'.repeat(5_000))).toMatchObject({ status: 413, answer: { code: '0.0.4' } });
  });

  it('slows whoever tries secrets, and nobody else', async () => {
    const [tried, other] = [await anyService(), await anyService()];
    for (let n = 0; n < 10; n += 1) expect((await ask(basic(tried.alias, `wrong ${n}`))).status).toBe(401);
    const { status, headers, answer } = await ask(basic(tried.alias));
    expect({ status, code: answer.code }).toEqual({ status: 429, code: '0.0.1' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(basic(other.alias))).status).toBe(200);
  });
});
