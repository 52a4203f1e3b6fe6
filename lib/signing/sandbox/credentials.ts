import type { KeyAlgorithm } from '@/lib/domain/signature';
import { invalidRequest, stringIn } from './refusal';
import { clockOf, type SandboxCredential, type SandboxState } from './state';

type Json = Readonly<Record<string, unknown>>;
const pageSize = 10;

/** credentials/list: those of whoever signed in, in pages (v1.0.4.0, 11.4). */
export function listCredentials(state: SandboxState, body: Json, user: string): Json {
  if (body.userID !== undefined) throw invalidRequest('userID parameter MUST be null');
  const ids = [...state.credentials.values()].filter(({ owner }) => owner === user).map(({ id }) => id);
  const from = body.pageToken === undefined ? 0 : ids.indexOf(stringIn(body, 'pageToken'));
  if (from < 0) throw invalidRequest('Invalid parameter pageToken');
  const next = ids[from + pageSize];
  return { credentialIDs: ids.slice(from, from + pageSize), ...(next === undefined ? {} : { nextPageToken: next }) };
}

/** The credential that a request names. @throws CscRefusal where there is none */
export function credentialIn(state: SandboxState, body: Json, user: string): SandboxCredential {
  const credential = state.credentials.get(stringIn(body, 'credentialID'));
  if (credential?.owner !== user) throw invalidRequest('Invalid parameter credentialID');
  return credential;
}

const keyOids: Readonly<Record<KeyAlgorithm, readonly string[]>> = {
  RSA: ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11'],
  'RSA-PSS': ['1.2.840.113549.1.1.10'],
  ECDSA: ['1.2.840.10045.2.1', '1.2.840.10045.4.3.2'],
};

/** credentials/info (11.5), with the chain where it is asked for. */
export function credentialInfo(state: SandboxState, body: Json, user: string): Json {
  const credential = credentialIn(state, body, user);
  const wanted = body.certificates ?? 'single';
  if (wanted !== 'none' && wanted !== 'single' && wanted !== 'chain')
    throw invalidRequest('Invalid parameter certificates');
  const chain = credential.chain.map((der) => Buffer.from(der).toString('base64'));
  return {
    key: {
      status: credential.enabled ? 'enabled' : 'disabled',
      algo: keyOids[credential.keyAlgorithm],
      len: credential.keyAlgorithm === 'ECDSA' ? 256 : 2048,
    },
    cert: {
      status: statusOf(state, credential),
      certificates: wanted === 'none' ? [] : chain.slice(0, wanted === 'single' ? 1 : undefined),
    },
    authMode: credential.authMode,
    SCAL: credential.scal,
    multisign: credential.multisign,
    ...(credential.pin === null ? {} : { PIN: { presence: 'true', format: 'N', label: 'PIN' } }),
    ...(credential.otp === 'none'
      ? {}
      : { OTP: { presence: 'true', type: credential.otp, format: 'N', ID: 'sms', provider: 'Sandbox' } }),
  };
}

function statusOf(state: SandboxState, { serial, validForDays }: SandboxCredential): string {
  if (state.pki.isRevoked(serial)) return 'revoked';
  return clockOf(state) > Date.now() + validForDays * 86_400_000 ? 'expired' : 'valid';
}
