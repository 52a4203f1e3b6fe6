import { constants, createHash, createPublicKey, randomBytes, verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KeyAlgorithm } from '@/lib/domain/signature';
import { AuthorityError } from '../authority-error';
import { readToken } from '../cms/time-stamp';
import type { CertificateAuthority } from '../port';
import { type Sandbox, startSandbox } from '../sandbox/sandbox';
import { sandboxClient, sandboxUser, usualCredentials } from '../sandbox/usual-credentials';
import { cscV1 } from './client';

let sandbox: Sandbox;
let authority: CertificateAuthority;
let token: string;
const redirectUri = 'http://localhost/return';
const verifier = 'a-verifier-of-forty-three-characters-or-more-0';
const challenge = createHash('sha256').update(verifier).digest('base64url');

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    credentials: usualCredentials,
    users: { [sandboxUser.name]: sandboxUser.password, nobody: 'nothing' },
    client: sandboxClient,
  });
  const { baseUrl } = sandbox.state;
  authority = cscV1(
    {
      id: 'x',
      baseUrl,
      oauthUrl: null,
      clientId: sandboxClient.id,
      clientSecret: sandboxClient.secret,
      timeStampUrl: null,
    },
    { hosts: ['127.0.0.1'], loopbackHttp: true },
  );
  token = (await authority.exchange({ code: await codeFor({}), verifier, redirectUri })).token;
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.state.faults.clear();
  sandbox.state.aheadMs = 0;
});

/** What a person does in the browser: reads the page, signs in, allows. */
async function answerPage(form: Record<string, string>, credential?: { id: string; signatures: number }): Promise<URL> {
  const request = { redirectUri, state: 'the-state', challenge, language: 'en', ...(credential ? { credential } : {}) };
  const url = await authority.authorizeUrl(request);
  expect((await fetch(url)).status).toBe(200);
  const body = new URLSearchParams({
    user: sandboxUser.name,
    password: sandboxUser.password,
    answer: 'allow',
    ...form,
  });
  const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
  return new URL(response.headers.get('location') ?? `http://page/${response.status}`);
}
const codeFor = async (
  form: Record<string, string>,
  credential?: { id: string; signatures: number },
): Promise<string> => (await answerPage(form, credential)).searchParams.get('code') ?? '';
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof AuthorityError ? error.outcome : error),
  );
const otpOf = (id: string): string => sandbox.state.credentials.get(id)?.otpSent?.code ?? '';
const request = (
  id: string,
  more: Partial<{ signatures: number; pin: string; otp: string; reference: string }> = {},
) => ({
  id,
  signatures: 1_000_000_000,
  pin: '1234',
  otp: '',
  reference: randomBytes(8).toString('hex'),
  ...more,
});

describe('the client of CSC v1.0.4.0 against the sandbox', () => {
  it('reads what the authority is', async () => {
    expect(await authority.info()).toMatchObject({ specs: '1.0.4.0', region: 'PT', authTypes: ['oauth2code'] });
  });

  it('sends people there and takes them back with state and code', async () => {
    const back = await answerPage({});
    expect(back.searchParams.get('state')).toBe('the-state');
    const code = back.searchParams.get('code') ?? '';
    const access = await authority.exchange({ code, verifier, redirectUri });
    expect(access.expiresAt).toBeGreaterThan(Date.now());
    expect((await authority.refresh(access.refreshToken ?? '')).token).not.toBe(access.token);
  });

  it('hears a person’s no', async () => {
    expect((await answerPage({ answer: 'cancel' })).searchParams.get('error')).toBe('access_denied');
  });

  it.each([
    [
      'a code that was used',
      async () => {
        const code = await codeFor({});
        await authority.exchange({ code, verifier, redirectUri });
        return { code, verifier, redirectUri };
      },
    ],
    ['a verifier of another', async () => ({ code: await codeFor({}), verifier: 'other', redirectUri })],
    ['another address', async () => ({ code: await codeFor({}), verifier, redirectUri: 'http://evil/' })],
    ['a code that is none', async () => ({ code: 'nonsense', verifier, redirectUri })],
  ])('redeems no token for %s', async (_what, given) => {
    expect(await outcome(authority.exchange(await given()))).toEqual({ kind: 'refused', refusal: 'code' });
  });

  it('lists credentials over several pages, and only one’s own', async () => {
    expect(await authority.credentials(token)).toEqual(usualCredentials.map(({ id }) => id));
    const code = await codeFor({ user: 'nobody', password: 'nothing' });
    const { token: other } = await authority.exchange({ code, verifier, redirectUri });
    expect(await authority.credentials(other)).toEqual([]);
    expect(await outcome(authority.credential(other, 'seal-2027'))).toMatchObject({ kind: 'refused' });
  });

  it('reads a credential with its chain', async () => {
    const credential = await authority.credential(token, 'seal-ec');
    expect(credential).toMatchObject({
      keyAlgorithm: 'ECDSA',
      keyLength: 256,
      scal: '1',
      authMode: 'explicit',
      pin: true,
      otp: 'none',
    });
    expect(new X509Certificate(credential.chain[0] ?? '').subject).toContain('Padaria Central Seal EC');
    expect(await authority.credential(token, 'seal-old')).toMatchObject({ status: 'expired' });
    expect(await authority.credential(token, 'signature-ana')).toMatchObject({ scal: '2', multisign: 1 });
  });

  it.each([
    ['seal-2027', 'RSA'],
    ['seal-ec', 'ECDSA'],
    ['seal-token', 'RSA-PSS'],
  ] as const)('signs with %s what its certificate verifies', async (id, keyAlgorithm) => {
    if (id === 'seal-2027') await authority.sendOtp(token, id);
    const otp = { 'seal-2027': otpOf(id), 'seal-ec': '', 'seal-token': '424242' }[id];
    const { sad } = await authority.authorize(token, request(id, { otp }));
    const data = [randomBytes(10), randomBytes(10)];
    const hashes = data.map((each) => createHash('sha256').update(each).digest());
    const signatures = await authority.signHashes(token, { id, sad, hashes, digest: 'SHA-256', keyAlgorithm });
    const { chain } = await authority.credential(token, id);
    data.forEach((each, i) => {
      expect(verified(each, signatures[i] ?? new Uint8Array(), chain[0] ?? new Uint8Array(), keyAlgorithm)).toBe(true);
    });
  });

  it('gets leave to sign at the authority’s own page', async () => {
    const of = { id: 'seal-web', signatures: 5 };
    await fetch(await authority.authorizeUrl({ redirectUri, state: 's', challenge, language: 'pt', credential: of }));
    const code = await codeFor({ PIN: '1234', OTP: otpOf('seal-web') }, of);
    // The page sent a new code when it was read again.
    const again = code === '' ? await codeWithFreshOtp(of) : code;
    const { token: sad } = await authority.exchange({ code: again, verifier, redirectUri });
    const hashes = [createHash('sha256').update('x').digest()];
    const one = { id: 'seal-web', sad, hashes, digest: 'SHA-256', keyAlgorithm: 'RSA' } as const;
    expect(await authority.signHashes(token, one)).toHaveLength(1);
  });

  async function codeWithFreshOtp(of: { id: string; signatures: number }): Promise<string> {
    const url = await authority.authorizeUrl({ redirectUri, state: 's', challenge, language: 'pt', credential: of });
    await fetch(url);
    const form = {
      user: sandboxUser.name,
      password: sandboxUser.password,
      answer: 'allow',
      PIN: '1234',
      OTP: otpOf(of.id),
    };
    const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  }

  it('stamps times', async () => {
    const hash = createHash('sha384').update('x').digest();
    const stamp = await authority.timeStamp(token, hash, 'SHA-384');
    expect(Buffer.from(readToken(stamp).hash)).toEqual(hash);
  });

  it.each([
    ['a wrong PIN', () => request('seal-ec', { pin: '0000' }), 'pin'],
    ['a wrong code', () => request('seal-token', { otp: '000000' }), 'otp'],
    ['too many signatures', () => request('signature-ana', { signatures: 2 }), 'too-many'],
    ['no such credential', () => request('nothing'), 'other'],
  ])('tells %s from other refusals', async (_what, given, refusal) => {
    expect(await outcome(authority.authorize(token, given()))).toEqual({ kind: 'refused', refusal });
    await authority.authorize(token, request('seal-ec'));
  });

  it('tells a code that has expired, a locked PIN, a disabled credential and a token that is over', async () => {
    await authority.sendOtp(token, 'seal-2027');
    const otp = otpOf('seal-2027');
    sandbox.state.aheadMs = 121_000;
    expect(await outcome(authority.authorize(token, request('seal-2027', { otp })))).toEqual({
      kind: 'refused',
      refusal: 'otp-expired',
    });
    sandbox.state.aheadMs = 3_700_000;
    expect(await outcome(authority.credentials(token))).toEqual({ kind: 'refused', refusal: 'token' });
    sandbox.state.aheadMs = 0;
    const ec = sandbox.state.credentials.get('seal-ec');
    if (!ec) throw new Error('no credential');
    ec.enabled = false;
    expect(await outcome(authority.authorize(token, request('seal-ec')))).toEqual({
      kind: 'refused',
      refusal: 'disabled',
    });
    ec.enabled = true;
    ec.wrongPins = 3;
    expect(await outcome(authority.authorize(token, request('seal-ec')))).toEqual({
      kind: 'refused',
      refusal: 'pin-locked',
    });
    ec.wrongPins = 0;
  });

  it('signs no more than was granted, nor with a grant that is over', async () => {
    const { sad } = await authority.authorize(token, request('seal-ec', { signatures: 1 }));
    const hashes = [createHash('sha256').update('x').digest()];
    const one = { id: 'seal-ec', sad, hashes, digest: 'SHA-256', keyAlgorithm: 'ECDSA' } as const;
    await authority.signHashes(token, one);
    expect(await outcome(authority.signHashes(token, one))).toEqual({ kind: 'refused', refusal: 'access' });
    sandbox.state.grantSeconds = 60;
    const { sad: short } = await authority.authorize(token, request('seal-ec'));
    sandbox.state.aheadMs = 61_000;
    expect(await outcome(authority.signHashes(token, { ...one, sad: short }))).toEqual({
      kind: 'refused',
      refusal: 'access',
    });
    sandbox.state.grantSeconds = 60 * 86_400;
  });

  it.each([
    ['error', 'not-confirmed'],
    ['garbage', 'not-confirmed'],
    ['reset', 'not-confirmed'],
    ['silent', 'not-confirmed'],
  ] as const)(
    'says of an answer lost by %s that it is not confirmed, and never asks a grant twice',
    async (kind, expected) => {
      const before = sandbox.state.calls.get('credentials/authorize') ?? 0;
      sandbox.state.faults.set('credentials/authorize', { kind, times: 1 });
      expect(await outcome(authority.authorize(token, request('seal-ec')))).toEqual({ kind: expected });
      expect(sandbox.state.calls.get('credentials/authorize')).toBe(before + 1);
    },
  );

  it('asks once more what may be asked twice', async () => {
    sandbox.state.faults.set('credentials/list', { kind: 'reset', times: 1 });
    expect(await authority.credentials(token)).toHaveLength(usualCredentials.length);
  });

  it('gets the same grant when it asks again under the same reference', async () => {
    const asked = request('seal-ec', { reference: 'the-same' });
    sandbox.state.faults.set('credentials/authorize', { kind: 'silent', times: 1 });
    expect(await outcome(authority.authorize(token, asked))).toEqual({ kind: 'not-confirmed' });
    const grants = sandbox.state.sads.size;
    await authority.authorize(token, asked);
    expect(sandbox.state.sads.size).toBe(grants);
  });

  it('takes the answer to another question for no answer', async () => {
    await authority.credentials(token);
    sandbox.state.faults.set('credentials/authorize', { kind: 'twice', times: 1 });
    expect(await outcome(authority.authorize(token, request('seal-ec')))).toEqual({ kind: 'not-confirmed' });
  });

  it('says that an authority is not there', async () => {
    const nowhere = cscV1(
      { id: 'x', baseUrl: 'http://127.0.0.1:1', oauthUrl: null, clientId: 'x', clientSecret: 'x', timeStampUrl: null },
      { loopbackHttp: true },
    );
    expect(await outcome(nowhere.info())).toEqual({ kind: 'unreachable' });
  });
});

function verified(data: Uint8Array, signature: Uint8Array, certificate: Uint8Array, algorithm: KeyAlgorithm): boolean {
  const key = createPublicKey(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }));
  if (algorithm !== 'RSA-PSS') return verify('sha256', data, key, signature);
  return verify('sha256', data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, signature);
}
