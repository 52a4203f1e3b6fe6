import { createHash, timingSafeEqual } from 'node:crypto';
import { checkFactors, grant, numberOfSignatures } from './authorisation';
import { consentPage, refusalPage } from './pages';
import { CscRefusal, invalidRequest } from './refusal';
import { clockOf, type SandboxState, secret } from './state';

const codeMs = 60_000;
const tokenMs = 3_600_000;

export type PageAnswer = { readonly status: number; readonly html?: string; readonly location?: string };

/** GET oauth2/authorize: the page, or a refusal that is never redirected (RFC 6749, 4.1.2.1: client and address first). */
export function authorizePage(state: SandboxState, query: URLSearchParams, wrong: string | null = null): PageAnswer {
  if (query.get('client_id') !== state.client.id) return refusedPage('Missing or invalid parameter client_id');
  if (!query.get('redirect_uri')) return refusedPage('Missing parameter redirect_uri');
  const isCredential = query.get('scope') === 'credential';
  const credential = state.credentials.get(query.get('credentialID') ?? '');
  if (isCredential && !credential)
    return back(query, { error: 'invalid_request', error_description: 'Invalid parameter credentialID' });
  const html = consentPage({
    query: query.toString(),
    client: state.client.id,
    user: [...state.users.keys()][0] ?? '',
    credential:
      isCredential && credential
        ? {
            name: credential.commonName,
            signatures: Number(query.get('numSignatures')),
            pin: credential.pin !== null,
            otp: credential.otp !== 'none',
          }
        : null,
    wrong,
  });
  return { status: wrong ? 422 : 200, html };
}

const refusedPage = (text: string): PageAnswer => ({ status: 400, html: refusalPage(text) });

function back(query: URLSearchParams, answer: Readonly<Record<string, string>>): PageAnswer {
  const url = new URL(query.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries({ ...answer, state: query.get('state') ?? '' }))
    url.searchParams.set(name, value);
  return { status: 302, location: url.toString() };
}

/** POST oauth2/authorize: what the person chose. */
export function decide(state: SandboxState, query: URLSearchParams, form: URLSearchParams): PageAnswer {
  if (query.get('client_id') !== state.client.id) return refusedPage('Missing or invalid parameter client_id');
  if (form.get('answer') !== 'allow')
    return back(query, { error: 'access_denied', error_description: 'The person said no' });
  const user = form.get('user') ?? '';
  if (state.users.get(user) === undefined || state.users.get(user) !== form.get('password'))
    return authorizePage(state, query, 'Account or password is wrong.');
  const credential = state.credentials.get(query.get('credentialID') ?? '');
  const isCredential = query.get('scope') === 'credential';
  let signatures = 0;
  if (isCredential) {
    if (credential?.owner !== user) return back(query, { error: 'access_denied', error_description: 'Not yours' });
    try {
      signatures = numberOfSignatures(credential, Object.fromEntries(query));
      checkFactors(state, credential, Object.fromEntries(form));
    } catch (error) {
      if (error instanceof CscRefusal) return authorizePage(state, query, error.description);
      throw error;
    }
  }
  const code = secret();
  state.codes.set(code, {
    scope: isCredential ? 'credential' : 'service',
    user,
    redirectUri: query.get('redirect_uri') ?? '',
    challenge: query.get('code_challenge'),
    credentialId: isCredential ? (credential?.id ?? null) : null,
    signatures,
    until: clockOf(state) + codeMs,
  });
  return back(query, { code });
}

type TokenAnswer = { access_token: string; token_type: string; expires_in: number; refresh_token?: string };

/** POST oauth2/token (RFC 6749, 4.1.3 and 6): a code is good once and for a minute. */
export function tokenAnswer(state: SandboxState, form: URLSearchParams): TokenAnswer {
  if (form.get('client_id') !== state.client.id || !same(form.get('client_secret') ?? '', state.client.secret))
    throw new CscRefusal(401, 'invalid_client', 'Invalid parameter client_id');
  if (form.get('grant_type') === 'refresh_token') {
    const user = state.refreshTokens.get(form.get('refresh_token') ?? '');
    if (!user) throw new CscRefusal(400, 'invalid_grant', 'Refresh token expired');
    return serviceToken(state, user);
  }
  if (form.get('grant_type') !== 'authorization_code') throw invalidRequest('Missing or invalid parameter grant_type');
  const code = state.codes.get(form.get('code') ?? '');
  state.codes.delete(form.get('code') ?? '');
  if (!code || code.until <= clockOf(state))
    throw new CscRefusal(400, 'invalid_grant', 'Authorization code is invalid or expired');
  if (code.redirectUri !== form.get('redirect_uri'))
    throw new CscRefusal(400, 'invalid_grant', 'redirect_uri parameter does not match');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (code.challenge !== null && code.challenge !== challenge)
    throw new CscRefusal(400, 'invalid_grant', 'Invalid parameter code_verifier');
  const credential = state.credentials.get(code.credentialId ?? '');
  if (!credential) return serviceToken(state, code.user);
  const { SAD, expiresIn } = grant(state, credential, code.signatures, null);
  return { access_token: SAD, token_type: 'SAD', expires_in: expiresIn };
}

function serviceToken(state: SandboxState, user: string): TokenAnswer {
  const [token, refresh] = [secret(), secret()];
  state.tokens.set(token, { user, until: clockOf(state) + tokenMs });
  state.refreshTokens.set(refresh, user);
  return { access_token: token, token_type: 'Bearer', expires_in: tokenMs / 1000, refresh_token: refresh };
}

/** POST oauth2/revoke (RFC 7009). */
export function revokeToken(state: SandboxState, form: URLSearchParams): void {
  const token = form.get('token') ?? '';
  state.tokens.delete(token);
  state.refreshTokens.delete(token);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b));
