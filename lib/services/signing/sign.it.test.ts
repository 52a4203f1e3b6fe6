import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { bakerOf, enrolled, enterAuthority, openStage } from '@/db/testing/authority-stage';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type * as Env from '@/lib/env';
import type { FaultKind } from '@/lib/signing/sandbox/faults';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { endSigningThreads } from '@/lib/signing/threads/threads';
import { type SigningSettings, signDocuments, signReadyHashes } from './sign-documents';

const settings = vi.hoisted(() => ({
  SIGNSTASH_SANDBOX_URL: undefined as string | undefined,
  SIGNSTASH_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
}));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof Env>();
  return { ...real, env: () => ({ ...real.env(), ...settings }) };
});

let sandbox: Sandbox;
let tenants: Tenants;
let wallet: string;
let certificate: string;
let invoice: Buffer;
const superuser = asSuperuser();
beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
  sandbox = await openStage();
  settings.SIGNSTASH_SANDBOX_URL = sandbox.state.baseUrl;
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Fatura FT 2027/1');
  invoice = Buffer.from(await document.save());
});
afterAll(() => Promise.all([sandbox.stop(), endSigningThreads()]));
beforeEach(async () => {
  sandbox.state.faults.clear();
  sandbox.state.calls.clear();
  for (const credential of sandbox.state.credentials.values()) {
    Object.assign(credential, { enabled: true, wrongPins: 0 });
    sandbox.state.pki.restore(credential.serial);
  }
  tenants = await asMachine('system', 'write', makeTenants);
  const authority = await enterAuthority(tenants, sandbox);
  wallet = tenants.issuers.padaria.walletId;
  ({ certificateId: certificate } = await enrolled(sandbox, bakerOf(tenants), { authority, wallet }, 'seal-ec'));
});

const usual: SigningSettings = {
  ...{ level: 'B-T', digest: 'SHA-256', reason: 'Fatura', location: 'Porto', language: 'pt' },
  ...{ timeZone: 'Europe/Lisbon', place: { kind: 'COORDINATE', page: 1, x: 20, y: 20 } },
};

async function sign(files: readonly Buffer[], more: Partial<SigningSettings> = {}) {
  const given = files.map((bytes, key) => ({ key, reference: `FT-${key}`, bytes: async () => Buffer.from(bytes) }));
  const done = [];
  for await (const each of signDocuments(wallet, given, { ...usual, ...more })) done.push(each);
  return done;
}
const grantNow = async () => {
  const [row] = await superuser`select g.* from certificate_grants g where certificate_id = ${certificate}`;
  return row ?? {};
};
const calls = (method: string) => sandbox.state.calls.get(method) ?? 0;

describe('a document', () => {
  it.each(['B-B', 'B-T', 'B-LT'] as const)(
    'is signed at %s by the current certificate of its wallet',
    async (level) => {
      const [done] = await sign([invoice], { level });
      const bytes = done && 'bytes' in done ? Buffer.from(done.bytes) : Buffer.alloc(0);
      expect(bytes.subarray(0, invoice.length).equals(invoice)).toBe(true);
      const text = bytes.toString('latin1');
      expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
      expect(text.includes('/DSS')).toBe(level === 'B-LT');
    },
  );

  it('that cannot be signed holds up no other', async () => {
    const done = await sign([invoice, Buffer.from('hello'), invoice.subarray(0, 300), invoice]);
    const codes = done.map((each) => [each.key, 'failure' in each ? each.failure.code : 'signed']);
    expect(codes.sort()).toEqual([
      [0, 'signed'],
      [1, '2.3.0'],
      [2, '2.3.0'],
      [3, 'signed'],
    ]);
  });

  it('goes out with others in one call, as many as the credential allows', async () => {
    const files = Array.from({ length: 130 }, () => invoice);
    const before = calls('signatures/signHash');
    const done = await sign(files, { level: 'B-B', place: null });
    expect(done.filter((each) => 'bytes' in each)).toHaveLength(130);
    expect(calls('signatures/signHash') - before).toBe(2);
    expect(Number((await grantNow()).taken)).toBeGreaterThanOrEqual(131);
  }, 30_000);

  it('is signed after the token of the service has ended: it is renewed, once for all who ask', async () => {
    sandbox.state.tokens.clear();
    const renewals = calls('oauth2/token');
    const done = await Promise.all([sign([invoice]), sign([invoice]), sign([invoice])]);
    expect(done.flat().filter((each) => 'bytes' in each)).toHaveLength(3);
    expect(calls('oauth2/token') - renewals).toBe(1);
  });
});

describe('hashes', () => {
  it('are signed as they come, in their order', async () => {
    const hashes = ['a', 'b', 'c'].map((text) => createHash('sha384').update(text).digest());
    const signatures = await signReadyHashes(wallet, 'SHA-384', hashes);
    expect(new Set(signatures.map((each) => Buffer.from(each).toString('hex'))).size).toBe(3);
  });
});

describe('nothing is signed', () => {
  it.each([
    ['1.2.0', "update issuers set status = 'suspended' where id = (select issuer_id from wallets where id = $1)"],
    ['1.3.0', "update partners set status = 'blocked' where id = (select partner_id from wallets where id = $1)"],
    ['2.1.0', 'update wallets set current_id = null where id = $1'],
    [
      '2.1.1',
      "update certificates set valid_to = now() - interval '1 s', valid_from = now() - interval '1 d' where wallet_id = $1",
    ],
    ['2.1.1', "update certificates set revocation = 'revoked' where wallet_id = $1"],
    [
      '2.1.2',
      'update certificate_grants set expires_at = now() where id in (select grant_id from certificates where wallet_id = $1)',
    ],
    [
      '2.1.2',
      'update certificate_grants set revoked_at = now() where id in (select grant_id from certificates where wallet_id = $1)',
    ],
    [
      '2.1.3',
      'update certificate_grants set taken = signature_limit where id in (select grant_id from certificates where wallet_id = $1)',
    ],
  ])('%s: %s', async (code, change) => {
    await superuser.unsafe(change, [wallet]);
    const before = calls('signatures/signHash');
    await expect(sign([invoice])).rejects.toMatchObject({ code });
    expect(calls('signatures/signHash')).toBe(before);
  });

  it.each<[FaultKind, string]>([
    ['error', '2.2.0'],
    ['garbage', '2.2.0'],
    ['reset', '2.2.0'],
    ['silent', '2.2.0'],
    ['twice', '2.2.0'],
    ['late', '2.2.0'],
  ])(
    'when the authority answers with %s: %s, and the signature counts',
    async (kind, code) => {
      const before = Number((await grantNow()).taken);
      sandbox.state.faults.set('signatures/signHash', { kind, times: 1 });
      await expect(sign([invoice], { level: 'B-B' })).rejects.toMatchObject({ code });
      const grant = await grantNow();
      expect(Number(grant.taken)).toBeGreaterThan(before);
      expect(grant.revoked_at).toBeNull();
      const [done] = await sign([invoice], { level: 'B-B' });
      expect(done).toHaveProperty('bytes');
    },
    30_000,
  );

  it('slow is not failed', async () => {
    sandbox.state.faults.set('signatures/signHash', { kind: 'slow', times: 1 });
    expect((await sign([invoice]))[0]).toHaveProperty('bytes');
  });

  it('when the credential is disabled or revoked at the authority', async () => {
    const held = sandbox.state.credentials.get('seal-ec');
    if (!held) throw new Error('no credential');
    held.enabled = false;
    await expect(sign([invoice])).rejects.toMatchObject({ code: '2.1.1' });
    held.enabled = true;
    sandbox.state.pki.revoke(held.serial);
    await expect(sign([invoice])).rejects.toMatchObject({ code: '2.1.1' });
    expect((await grantNow()).revoked_at).toBeNull();
  });

  it('when the authority took the access back, and it is asked no more', async () => {
    sandbox.state.sads.clear();
    await expect(sign([invoice])).rejects.toMatchObject({ code: '2.1.2' });
    expect((await grantNow()).revoked_at).not.toBeNull();
    const before = calls('signatures/signHash');
    await expect(sign([invoice])).rejects.toMatchObject({ code: '2.1.2' });
    expect(calls('signatures/signHash')).toBe(before);
  });

  it('without a time stamp, where one is wanted', async () => {
    for (const kind of ['error', 'garbage', 'silent'] as const) {
      sandbox.state.faults.set('tsa', { kind, times: 2 });
      await expect(sign([invoice])).rejects.toMatchObject({ code: '2.3.1' });
      sandbox.state.faults.clear();
    }
  });

  it('at B-LT while nobody tells whether the certificate is good', async () => {
    sandbox.state.faults.set('ocsp', { kind: 'error', times: 99 });
    sandbox.state.faults.set('crl', { kind: 'error', times: 99 });
    vi.setSystemTime(Date.now() + 61_000);
    await expect(sign([invoice], { level: 'B-LT' })).rejects.toMatchObject({ code: '2.2.0' });
    vi.useRealTimers();
  });
});
