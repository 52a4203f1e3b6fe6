import { type Digest, digests, type KeyAlgorithm } from '@/lib/domain/signature';
import { digestOid, signatureOid } from '../cms/oids';
import { authorizeCredential, extendTransaction, sendOtp } from './authorisation';
import { credentialIn, credentialInfo, listCredentials } from './credentials';
import { CscRefusal, hashesIn, invalidRequest, stringIn } from './refusal';
import { clockOf, type SandboxState } from './state';
import { timeStampOver } from './time-stamps';

/** A method of the protocol: what it answers, or a CscRefusal that it throws. `user` is null where none is asked for. */
type Json = Readonly<Record<string, unknown>>;
export type Method = (state: SandboxState, body: Json, user: string) => Promise<Json | null> | Json | null;

/** The methods of v1.0.4.0 that the sandbox speaks (chapter 11), by path. */
export const methods: Readonly<Record<string, Method>> = {
  'credentials/list': listCredentials,
  'credentials/info': credentialInfo,
  'credentials/sendOTP': sendOtp,
  'credentials/authorize': authorizeCredential,
  'credentials/extendTransaction': extendTransaction,
  'signatures/signHash': signHash,
  'signatures/timestamp': timeStampOver,
};

export const infoOf = ({ baseUrl }: SandboxState): Json => ({
  specs: '1.0.4.0',
  name: 'Sandbox CA',
  logo: `${baseUrl}/logo.png`,
  region: 'PT',
  lang: 'en-US',
  description: 'Authority for development and tests. Its certificates prove nothing.',
  authType: ['oauth2code'],
  oauth2: `${baseUrl}/oauth2`,
  methods: ['oauth2/authorize', 'oauth2/token', 'oauth2/revoke', ...Object.keys(methods)],
});

/** Signs ready hashes with a credential that the SAD opens, and counts them off. */
async function signHash(state: SandboxState, body: Json, user: string): Promise<Json> {
  const credential = credentialIn(state, body, user);
  const sad = state.sads.get(stringIn(body, 'SAD'));
  if (!sad || sad.credentialId !== credential.id) throw invalidRequest('Invalid parameter SAD');
  if (sad.until <= clockOf(state)) throw invalidRequest('SAD expired');
  const hashes = hashesIn(body);
  if (hashes.length > credential.multisign) throw invalidRequest('Numbers of signatures is too high');
  if (sad.hashes && hashes.some((hash) => !sad.hashes?.includes(hash)))
    throw invalidRequest('Hash is not authorized by the SAD');
  if (sad.left < hashes.length) throw invalidRequest('Invalid parameter SAD');
  const digest = digestIn(body);
  const signs = stringIn(body, 'signAlgo');
  // The digest has its own parameter: the key's algorithm alone, or the two together.
  if (!signingOids[credential.keyAlgorithm].includes(signs)) throw invalidRequest('Invalid parameter signAlgo');
  if (hashes.some((hash) => Buffer.from(hash, 'base64').length !== lengths[digest])) {
    throw invalidRequest('Invalid digest value length');
  }
  if (!credential.enabled) throw invalidRequest('The credential identified by credentialID is disabled');
  if (state.pki.isRevoked(credential.serial)) throw invalidRequest('Signing certificate is revoked');
  if (clockOf(state) > Date.now() + credential.validForDays * 86_400_000) {
    throw invalidRequest('Signing certificate is expired');
  }
  sad.left -= hashes.length;
  const signatures = [];
  for (const hash of hashes) signatures.push(await credential.signHash(Buffer.from(hash, 'base64'), digest));
  return { signatures: signatures.map((each) => Buffer.from(each).toString('base64')) };
}

const signingOids: Readonly<Record<KeyAlgorithm, readonly string[]>> = {
  RSA: ['1.2.840.113549.1.1.1', ...digests.map((digest) => signatureOid('RSA', digest))],
  'RSA-PSS': [signatureOid('RSA-PSS', 'SHA-256')],
  ECDSA: digests.map((digest) => signatureOid('ECDSA', digest)),
};

const lengths: Readonly<Record<Digest, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };

function digestIn(body: Json): Digest {
  const oid = stringIn(body, 'hashAlgo');
  const found = (Object.keys(digestOid) as Digest[]).find((digest) => digestOid[digest] === oid);
  if (!found) throw new CscRefusal(400, 'invalid_request', 'Invalid parameter hashAlgo');
  return found;
}
