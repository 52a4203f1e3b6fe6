import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../authority-error';
import { refusalOf } from '../csc-v1/refusals';
import { answerPage } from './person';
import { type Sandbox, startSandbox } from './sandbox';
import { sandboxClient, sandboxUser, usualCredentials } from './usual-credentials';

/** The error texts of the CSC API v1.0.4.0: what the sandbox answers to each field at fault, and what the client makes of it. */
let sandbox: Sandbox;
let token: string;
let sad: string;
const redirectUri = 'http://localhost/return';
const challenge = createHash('sha256').update('verifier').digest('base64url');
const hash = createHash('sha256').update('x').digest('base64');
const sha256 = '2.16.840.1.101.3.4.2.1';
const ecdsa = '1.2.840.10045.4.3.2';

beforeAll(async () => {
  const users = { [sandboxUser.name]: sandboxUser.password };
  sandbox = await startSandbox({ port: 0, credentials: usualCredentials, users, client: sandboxClient });
  token = String((await (await asked('oauth2/token', await fresh())).json()).access_token);
  const granted = await asked('credentials/authorize', { credentialID: 'seal-ec', numSignatures: 1, PIN: '1234' });
  sad = String((await granted.json()).SAD);
});
afterAll(() => sandbox.stop());

/** The fields of a sound request to the token endpoint. */
async function fresh(): Promise<Record<string, string>> {
  const query = { response_type: 'code', client_id: sandboxClient.id, redirect_uri: redirectUri, scope: 'service' };
  const asked = new URLSearchParams({ ...query, code_challenge: challenge, code_challenge_method: 'S256', state: 's' });
  const back = await answerPage(`${sandbox.state.baseUrl}/oauth2/authorize?${asked}`, {
    user: sandboxUser.name,
    password: sandboxUser.password,
  });
  return {
    ...{ grant_type: 'authorization_code', client_id: sandboxClient.id, client_secret: sandboxClient.secret },
    ...{ code: back.searchParams.get('code') ?? '', redirect_uri: redirectUri, code_verifier: 'verifier' },
  };
}

function asked(method: string, body: Record<string, unknown>): Promise<Response> {
  const { baseUrl } = sandbox.state;
  if (method === 'oauth2/token')
    return fetch(`${baseUrl}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(body as Record<string, string>),
    });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(`${baseUrl}/csc/v1/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** A sound request to each method; a row replaces one of its fields. */
const sound: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  'oauth2/token': fresh,
  'credentials/list': async () => ({}),
  'credentials/info': async () => ({ credentialID: 'seal-ec', certificates: 'chain' }),
  'credentials/sendOTP': async () => ({ credentialID: 'seal-2027' }),
  'credentials/authorize': async () => ({ credentialID: 'seal-ec', numSignatures: 1, PIN: '1234' }),
  'credentials/extendTransaction': async () => ({ credentialID: 'seal-ec', SAD: sad }),
  'signatures/signHash': async () => ({
    ...{ credentialID: 'seal-ec', SAD: sad, hash: [hash], hashAlgo: sha256, signAlgo: ecdsa },
  }),
  'signatures/timestamp': async () => ({ hash, hashAlgo: sha256, nonce: '0a' }),
};

type Row = readonly [method: string, field: string, value: unknown, error: string, text: string, client: Refusal];
const invalid = 'invalid_request';
const rows: readonly Row[] = [
  ['oauth2/token', 'client_id', 'other', 'invalid_client', 'Invalid parameter client_id', 'client'],
  ['oauth2/token', 'client_secret', 'other', 'invalid_client', 'Invalid parameter client_id', 'client'],
  ['oauth2/token', 'grant_type', 'password', invalid, 'Missing or invalid parameter grant_type', 'other'],
  ['oauth2/token', 'code', 'other', 'invalid_grant', 'Authorization code is invalid or expired', 'code'],
  ['oauth2/token', 'redirect_uri', 'http://x', 'invalid_grant', 'redirect_uri parameter does not match', 'code'],
  ['oauth2/token', 'code_verifier', 'other', 'invalid_grant', 'Invalid parameter code_verifier', 'code'],
  ['oauth2/token', 'grant_type', 'refresh_token', 'invalid_grant', 'Refresh token expired', 'code'],
  ['credentials/list', 'userID', 'x', invalid, 'userID parameter MUST be null', 'other'],
  ['credentials/list', 'pageToken', 'x', invalid, 'Invalid parameter pageToken', 'other'],
  ['credentials/list', 'pageToken', 7, invalid, 'Missing (or invalid type) string parameter pageToken', 'other'],
  [
    'credentials/info',
    'credentialID',
    undefined,
    invalid,
    'Missing (or invalid type) string parameter credentialID',
    'other',
  ],
  ['credentials/info', 'credentialID', 'x', invalid, 'Invalid parameter credentialID', 'other'],
  ['credentials/info', 'certificates', 'all', invalid, 'Invalid parameter certificates', 'other'],
  [
    'credentials/sendOTP',
    'credentialID',
    undefined,
    invalid,
    'Missing (or invalid type) string parameter credentialID',
    'other',
  ],
  ['credentials/sendOTP', 'credentialID', 'seal-ec', invalid, 'Invalid parameter credentialID', 'other'],
  ['credentials/authorize', 'credentialID', 'x', invalid, 'Invalid parameter credentialID', 'other'],
  [
    'credentials/authorize',
    'numSignatures',
    undefined,
    invalid,
    'Missing (or invalid type) integer parameter numSignatures',
    'too-many',
  ],
  ['credentials/authorize', 'numSignatures', 0, invalid, 'Invalid value for parameter numSignatures', 'too-many'],
  ['credentials/authorize', 'PIN', '9', invalid, 'The PIN is invalid', 'pin'],
  [
    'credentials/extendTransaction',
    'SAD',
    undefined,
    invalid,
    'Missing (or invalid type) string parameter SAD',
    'access',
  ],
  ['credentials/extendTransaction', 'SAD', 'x', invalid, 'Invalid parameter SAD', 'access'],
  ['signatures/signHash', 'SAD', undefined, invalid, 'Missing (or invalid type) string parameter SAD', 'access'],
  ['signatures/signHash', 'SAD', 'x', invalid, 'Invalid parameter SAD', 'access'],
  ['signatures/signHash', 'hash', hash, invalid, 'Missing (or invalid type) array parameter hash', 'other'],
  ['signatures/signHash', 'hash', [], invalid, 'Empty hash array', 'other'],
  ['signatures/signHash', 'hash', ['%%'], invalid, 'Invalid Base64 hash string parameter', 'other'],
  ['signatures/signHash', 'hash', ['YQ=='], invalid, 'Invalid digest value length', 'other'],
  ['signatures/signHash', 'hash', Array(101).fill(hash), invalid, 'Numbers of signatures is too high', 'too-many'],
  [
    'signatures/signHash',
    'hashAlgo',
    undefined,
    invalid,
    'Missing (or invalid type) string parameter hashAlgo',
    'other',
  ],
  ['signatures/signHash', 'hashAlgo', '1.2', invalid, 'Invalid parameter hashAlgo', 'other'],
  [
    'signatures/signHash',
    'signAlgo',
    undefined,
    invalid,
    'Missing (or invalid type) string parameter signAlgo',
    'other',
  ],
  ['signatures/signHash', 'signAlgo', '1.2', invalid, 'Invalid parameter signAlgo', 'other'],
  ['signatures/timestamp', 'hash', undefined, invalid, 'Missing (or invalid type) string parameter hash', 'other'],
  ['signatures/timestamp', 'hashAlgo', '1.2', invalid, 'Invalid parameter hashAlgo', 'other'],
  ['signatures/timestamp', 'nonce', 'zz', invalid, 'Invalid parameter nonce', 'other'],
];

describe('a field at fault', () => {
  it.each(rows)('%s: %s = %j is answered by %s, %s; to us: %s', async (method, field, value, error, text, client) => {
    const answer = await asked(method, { ...(await sound[method]?.()), [field]: value });
    const said = await answer.json();
    expect(said).toEqual({ error, error_description: text });
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(refusalOf(answer.status, said.error, said.error_description)).toBe(client);
  });

  it('is the only thing that was wrong with it: sound requests are answered, signHash last', async () => {
    for (const [method, body] of Object.entries(sound)) {
      if (method === 'credentials/extendTransaction') continue;
      const { status } = await asked(method, await body());
      expect([method, status]).toEqual([method, method === 'credentials/sendOTP' ? 204 : 200]);
    }
  });

  it('does not hide a token that is over, a method that is not there, or a body that is none', async () => {
    const bearing = (bearer: string, method: string, body: string) =>
      fetch(`${sandbox.state.baseUrl}/csc/v1/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}` },
        body,
      });
    expect((await bearing('x', 'credentials/list', '{}')).status).toBe(401);
    expect((await bearing(token, 'signatures/signDoc', '{}')).status).toBe(501);
    expect((await bearing(token, 'credentials/list', '[1]')).status).toBe(400);
  });

  it('is not what a web page may turn: the switches are for programs', async () => {
    const turn = (headers: Record<string, string>) =>
      fetch(`${sandbox.state.baseUrl}/admin/clock`, { method: 'POST', headers, body: '{"aheadMs":0}' });
    expect((await turn({})).status).toBe(204);
    expect((await turn({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
