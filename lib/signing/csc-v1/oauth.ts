import type { OutboundAllowance } from '@/lib/outbound/call-out';
import type { AuthorityAddress, AuthorizeRequest, ServiceAccess } from '../port';
import { call } from './calls';
import { tokenAnswer } from './schemas';

/**
 * Where a person is sent: OAuth 2.0 authorisation code (RFC 6749, 4.1) with PKCE (RFC 7636) and the parameters that the
 * protocol adds for a credential.
 */
export function authorizeUrlOf(
  oauthUrl: string,
  clientId: string,
  { redirectUri, state, challenge, language, credential }: AuthorizeRequest,
): string {
  const url = new URL(`${oauthUrl.replace(/\/$/, '')}/authorize`);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: credential ? 'credential' : 'service',
    state,
    lang: language,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(credential ? { credentialID: credential.id, numSignatures: String(credential.signatures) } : {}),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.toString();
}

/** A token for a code or for a refresh token. Never asked twice: a code is good once. */
export async function tokenOf(
  oauthUrl: string,
  { clientId, clientSecret }: AuthorityAddress,
  allow: OutboundAllowance,
  grant: Readonly<Record<string, string>>,
  now: number,
): Promise<ServiceAccess> {
  const body = new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret });
  const answer = await call({
    method: 'oauth2/token',
    url: `${oauthUrl.replace(/\/$/, '')}/token`,
    allow,
    body,
    answer: tokenAnswer,
    idempotent: false,
  });
  return {
    token: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    expiresAt: now + answer.expires_in * 1000,
  };
}
