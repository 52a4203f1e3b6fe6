import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import {
  bakerOf,
  begun,
  comeBack,
  enrolled,
  enterAuthority,
  flowNow,
  handedIn,
  openStage,
  otpOf,
  proved,
  work,
} from '@/db/testing/authority-stage';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import type * as Env from '@/lib/env';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { runCommand, runQuery } from '../run';
import { getWallet } from '../wallets/get';
import { beginEnrolment, beginRenewal } from './begin';
import { chooseCredential, handInFactors } from './choose';
import { getFlow } from './flow';
import { getCertificate } from './get';
import { resumeFlow } from './resume';

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
let authority: string;
let baker: ReturnType<typeof bakerOf>;
const superuser = asSuperuser();
beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
  sandbox = await openStage();
  settings.SIGNSTASH_SANDBOX_URL = sandbox.state.baseUrl;
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.state.faults.clear();
  sandbox.state.aheadMs = 0;
  sandbox.state.grantSeconds = 60 * 86_400;
  for (const credential of sandbox.state.credentials.values())
    Object.assign(credential, { enabled: true, wrongPins: 0 });
  tenants = await asMachine('system', 'write', makeTenants);
  authority = await enterAuthority(tenants, sandbox);
  baker = bakerOf(tenants);
});
const place = () => ({ authority, wallet: tenants.issuers.padaria.walletId });
const certificate = (id: string) => runQuery(baker, getCertificate, { id });
const shown = (id: string) => runQuery(baker, getFlow, { id });
const calls = (method: string) => sandbox.state.calls.get(method) ?? 0;

describe('enrolling a certificate', () => {
  it.each(['seal-2027', 'seal-ec', 'seal-web', 'seal-token'])('ends with %s granted, tried and current', async (id) => {
    const { certificateId } = await enrolled(sandbox, baker, place(), id);
    const found = await certificate(certificateId);
    expect(found).toMatchObject({
      x509: 'valid',
      access: { state: 'valid', grant: { used: 1, limit: 1_000_000_000 } },
    });
    expect(found.wallet).toMatchObject({ name: 'Principal', current: true });
    expect(found.chain).toHaveLength(3);
    const days = ((found.access.grant?.expiresAt ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(60, 1);
    expect((await runQuery(baker, getWallet, { id: place().wallet })).currentId).toBe(certificateId);
  });

  it('lists what cannot be used with its reason, and refuses to choose it', async () => {
    const flow = await begun(baker, place());
    const { candidates } = await shown(flow);
    expect(candidates.find(({ id }) => id === 'signature-ana')?.unfit).toBe('scal');
    await expect(runCommand(baker, chooseCredential, { flow, credential: 'signature-ana' })).rejects.toMatchObject({
      fields: { credential: 'choose' },
    });
  });

  it('refuses a wrong PIN and a wrong code with a chance to type again, and a code that has expired', async () => {
    const flow = await begun(baker, place());
    await runCommand(baker, chooseCredential, { flow, credential: 'seal-2027' });
    await work(flow);
    await runCommand(baker, handInFactors, { flow, pin: '9999', otp: otpOf(sandbox, 'seal-2027') });
    await work(flow);
    expect(await shown(flow)).toMatchObject({ step: 'factors', outcome: 'pin' });
    await runCommand(baker, handInFactors, { flow, pin: '1234', otp: '000000' });
    await work(flow);
    expect(await shown(flow)).toMatchObject({ step: 'factors', outcome: 'otp' });
    sandbox.state.aheadMs = 130_000;
    await handedIn(sandbox, baker, flow, 'seal-2027');
    expect(await shown(flow)).toMatchObject({ step: 'factors', outcome: 'otp-expired' });
    sandbox.state.aheadMs = 0;
    await handedIn(sandbox, baker, flow, 'seal-2027');
    expect(await shown(flow)).toMatchObject({ step: 'granted' });
  });

  it('says that the PIN is locked after three wrong ones, and ends', async () => {
    const flow = await begun(baker, place());
    await runCommand(baker, chooseCredential, { flow, credential: 'seal-token' });
    for (let tries = 0; tries < 3; tries++) {
      await runCommand(baker, handInFactors, { flow, pin: '9999', otp: '424242' });
      await work(flow);
    }
    await handedIn(sandbox, baker, flow, 'seal-token');
    expect(await shown(flow)).toMatchObject({ step: 'refused', outcome: 'pin-locked' });
  });

  it('is cancelled at the authority without a trace', async () => {
    const { id, url } = await runCommand(baker, beginEnrolment, { ...place(), alias: '' });
    await comeBack(baker, url ?? '', { answer: 'cancel' });
    expect(await shown(id)).toMatchObject({ step: 'cancelled', outcome: 'cancelled' });
    expect(await flowNow(id)).toMatchObject({ verifier: null, answer: null, access: null });
  });

  it('takes a return once, in the session that began it, and for nobody else', async () => {
    const { url } = await runCommand(baker, beginEnrolment, { ...place(), alias: '' });
    const state = new URL(url ?? '').searchParams.get('state') ?? '';
    const elsewhere = bakerOf(tenants);
    const foreign = actorOf(tenants.operators.partner);
    const code = { state, code: 'x', error: '' };
    await expect(runCommand(elsewhere, resumeFlow, code)).rejects.toMatchObject({ code: 'not_found' });
    await expect(runCommand(foreign, resumeFlow, code)).rejects.toMatchObject({ code: 'forbidden' });
    await comeBack(baker, url ?? '');
    await expect(runCommand(baker, resumeFlow, code)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps one flow for two presses: the last one leads on', async () => {
    const [first, second] = [
      await runCommand(baker, beginEnrolment, { ...place(), alias: '' }),
      await runCommand(baker, beginEnrolment, { ...place(), alias: '' }),
    ];
    expect(second.id).toBe(first.id);
    await expect(comeBack(baker, first.url ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await comeBack(baker, second.url ?? '');
    await work(second.id);
    expect((await shown(second.id)).step).toBe('choice');
  });

  it('asks for the password again where it was given long ago', async () => {
    const stale = { ...baker, verifiedAt: Date.now() - 3_600_000 };
    await expect(runCommand(stale, beginEnrolment, { ...place(), alias: '' })).rejects.toMatchObject({
      fields: { step: expect.anything() },
    });
  });
});

describe('renewing an access', () => {
  it('puts the new grant in the place of the old one, once it was tried', async () => {
    const { certificateId } = await enrolled(sandbox, baker, place(), 'seal-2027');
    const before = (await certificate(certificateId)).access.grant;
    const flow = await begun(baker, { id: certificateId });
    await work(flow);
    await handedIn(sandbox, baker, flow, 'seal-2027');
    const after = await certificate(certificateId);
    expect(after.access.grant?.id).not.toBe(before?.id);
    expect(after.history.map(({ replacedAt }) => replacedAt === null)).toEqual([true, false]);
    const rows = await superuser`select access from certificate_grants where id = ${before?.id ?? ''}`;
    expect(rows[0]?.access).toBeNull();
  });

  it('leaves the old grant alone when the account has not this credential', async () => {
    const { certificateId } = await enrolled(sandbox, baker, place(), 'seal-ec');
    const before = (await certificate(certificateId)).access.grant;
    const { id, url } = await runCommand(baker, beginRenewal, { id: certificateId });
    await comeBack(baker, url ?? '', { user: 'nobody', password: 'nothing' });
    await work(id);
    expect(await shown(id)).toMatchObject({ step: 'refused', outcome: 'other_credential' });
    expect((await certificate(certificateId)).access.grant).toEqual(before);
  });

  it('is one at the authority when fifty press at once', async () => {
    const { certificateId } = await enrolled(sandbox, baker, place(), 'seal-ec');
    const begins = await Promise.all(
      Array.from({ length: 50 }, () => runCommand(baker, beginRenewal, { id: certificateId })),
    );
    expect(new Set(begins.map(({ id }) => id)).size).toBe(1);
    const before = calls('credentials/authorize');
    const ends = await Promise.allSettled(begins.map(({ url }) => comeBack(baker, url ?? '')));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const id = begins[0]?.id ?? '';
    await Promise.all([work(id), work(id)]);
    while (['listing', 'factors', 'granting'].includes((await flowNow(id)).step)) {
      if ((await flowNow(id)).step === 'factors') await handedIn(sandbox, baker, id, 'seal-ec');
      else await work(id);
    }
    expect((await flowNow(id)).step).toBe('granted');
    expect(calls('credentials/authorize') - before).toBe(1);
  });
});

describe('what goes wrong at the authority', () => {
  it.each([
    ['error', 'unconfirmed'],
    ['garbage', 'unconfirmed'],
    ['reset', 'unconfirmed'],
    ['silent', 'unconfirmed'],
    ['slow', 'granted'],
  ] as const)('while it grants (%s) is %s, and asked again it is granted once', async (kind, step) => {
    const flow = await begun(baker, place());
    sandbox.state.faults.set('credentials/authorize', { kind, times: 1 });
    const sads = sandbox.state.sads.size;
    await proved(sandbox, baker, flow, 'seal-2027');
    expect((await flowNow(flow)).step).toBe(step);
    if (step === 'unconfirmed') expect(await shown(flow)).toMatchObject({ outcome: 'not_confirmed' });
    await work(flow);
    expect((await flowNow(flow)).step).toBe('granted');
    expect(sandbox.state.sads.size - sads).toBe(1);
  });

  it.each(['error', 'garbage', 'reset', 'silent'] as const)(
    'while it is tried (%s) never becomes a failure, nor a second grant',
    async (kind) => {
      const flow = await begun(baker, place());
      sandbox.state.faults.set('signatures/signHash', { kind, times: 1 });
      const sads = sandbox.state.sads.size;
      await proved(sandbox, baker, flow, 'seal-ec');
      expect((await flowNow(flow)).step).toBe('unconfirmed');
      await work(flow);
      expect((await flowNow(flow)).step).toBe('granted');
      expect(sandbox.state.sads.size - sads).toBe(1);
    },
  );

  it.each(['garbage', 'reset', 'silent'] as const)(
    'while the code is redeemed (%s) ends with a way on',
    async (kind) => {
      const { id, url } = await runCommand(baker, beginEnrolment, { ...place(), alias: '' });
      sandbox.state.faults.set('oauth2/token', { kind, times: 1 });
      await comeBack(baker, url ?? '');
      await work(id);
      expect(await shown(id)).toMatchObject({ step: 'refused', outcome: 'lost' });
    },
  );

  it('that the code was not sent is said, and another one is sent', async () => {
    const flow = await begun(baker, place());
    sandbox.state.faults.set('credentials/sendOTP', { kind: 'silent', times: 1 });
    await runCommand(baker, chooseCredential, { flow, credential: 'seal-2027' });
    await work(flow);
    expect(await shown(flow)).toMatchObject({ step: 'factors', outcome: 'otp_maybe' });
  });

  it('a credential that is disabled, or a grant that ends sooner than the rule, is told as it is', async () => {
    const flow = await begun(baker, place());
    Object.assign(sandbox.state.credentials.get('seal-ec') ?? {}, { enabled: false });
    await proved(sandbox, baker, flow, 'seal-ec');
    expect(await shown(flow)).toMatchObject({ step: 'refused', outcome: 'disabled' });
    Object.assign(sandbox.state.credentials.get('seal-ec') ?? {}, { enabled: true });
    sandbox.state.grantSeconds = 3600;
    const { certificateId } = await enrolled(sandbox, baker, place(), 'seal-ec');
    const { grant, state } = (await certificate(certificateId)).access;
    expect(Math.round(((grant?.expiresAt ?? 0) - Date.now()) / 60_000)).toBeLessThanOrEqual(60);
    expect(state).toBe('expiring');
  });

  it('an authority that nobody answers for ends at once, and changes nothing', async () => {
    const closed = await openStage();
    settings.SIGNSTASH_SANDBOX_URL = closed.state.baseUrl;
    const gone = await enterAuthority(tenants, closed, { name: `Gone ${tenants.issuers.padaria.id}` });
    const { id, url } = await runCommand(baker, beginEnrolment, { ...place(), authority: gone, alias: '' });
    await comeBack(baker, url ?? '');
    await closed.stop();
    await work(id);
    settings.SIGNSTASH_SANDBOX_URL = sandbox.state.baseUrl;
    expect(await shown(id)).toMatchObject({ step: 'refused', outcome: 'unreachable' });
  });
});
