import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import type { OutboundAllowance } from '@/lib/outbound/call-out';
import { refused } from '../authority-error';
import { digestOid } from '../cms/oids';
import type { AuthorityAddress, AuthorityInfo, CertificateAuthority, Credential } from '../port';
import { timeStampOf } from '../time-stamp-service';
import { keyAlgorithmOf, signAlgo } from './algorithms';
import { call } from './calls';
import { authorizeUrlOf, tokenOf } from './oauth';
import { credentialAnswer, infoAnswer, listAnswer, sadAnswer, signaturesAnswer, timeStampAnswer } from './schemas';

const maximumPages = 20;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');

/**
 * A certificate authority that speaks the Cloud Signature Consortium API v1.0.4.0.
 * @param allow which addresses may be called (lib/outbound)
 */
export function cscV1(address: AuthorityAddress, allow: OutboundAllowance): CertificateAuthority {
  const base = `${address.baseUrl.replace(/\/$/, '')}/csc/v1`;
  const post = <Answer>(
    method: string,
    body: unknown,
    answer: z.ZodType<Answer> | undefined,
    { token, idempotent = false }: { token?: string; idempotent?: boolean } = {},
  ): Promise<Answer> =>
    call({
      method,
      url: `${base}/${method}`,
      allow,
      body,
      idempotent,
      ...(answer ? { answer } : {}),
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    });
  const info = async (): Promise<AuthorityInfo> => {
    const told = await post('info', {}, infoAnswer, { idempotent: true });
    return { ...told, authTypes: told.authType, oauthUrl: told.oauth2 ?? null };
  };
  const oauth = async (): Promise<string> => {
    const url = address.oauthUrl ?? (await info()).oauthUrl;
    if (url === null) throw refused('oauth2/authorize', 'other');
    return url;
  };
  const token = async (grant: Readonly<Record<string, string>>) =>
    tokenOf(await oauth(), address, allow, grant, Date.now());
  return {
    info,
    authorizeUrl: async (request) => authorizeUrlOf(await oauth(), address.clientId, request),
    exchange: ({ code, verifier, redirectUri }) =>
      token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }),
    refresh: (refreshToken) => token({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    async credentials(access) {
      const ids: string[] = [];
      let pageToken: string | undefined;
      for (let page = 0; page < maximumPages; page++) {
        const body = pageToken === undefined ? {} : { pageToken };
        const answer = await post('credentials/list', body, listAnswer, { token: access, idempotent: true });
        ids.push(...answer.credentialIDs);
        pageToken = answer.nextPageToken;
        if (!pageToken) break;
      }
      return ids;
    },
    async credential(access, id) {
      const body = { credentialID: id, certificates: 'chain', certInfo: true, authInfo: true };
      return credentialOf(
        id,
        await post('credentials/info', body, credentialAnswer, { token: access, idempotent: true }),
      );
    },
    async sendOtp(access, id) {
      await post('credentials/sendOTP', { credentialID: id }, z.unknown(), { token: access });
    },
    async authorize(access, { id, signatures, pin, otp, reference }) {
      const asked = Date.now();
      const factors = { ...(pin ? { PIN: pin } : {}), ...(otp ? { OTP: otp } : {}) };
      const body = { credentialID: id, numSignatures: signatures, ...factors, clientData: reference };
      const { SAD, expiresIn } = await post('credentials/authorize', body, sadAnswer, { token: access });
      return { sad: SAD, expiresAt: asked + expiresIn * 1000 };
    },
    async signHashes(access, { id, sad, hashes, digest, keyAlgorithm }) {
      const body = { credentialID: id, SAD: sad, hash: hashes.map(base64), ...algorithmsOf(keyAlgorithm, digest) };
      const { signatures } = await post('signatures/signHash', body, signaturesAnswer, { token: access });
      if (signatures.length !== hashes.length) throw refused('signatures/signHash', 'other');
      return signatures.map(bytes);
    },
    async timeStamp(access, hash, digest) {
      if (address.timeStampUrl) return timeStampOf(address.timeStampUrl, { hash, digest }, allow);
      const nonce = randomBytes(8).toString('hex');
      const body = { hash: base64(hash), hashAlgo: digestOid[digest], nonce };
      return bytes(
        (await post('signatures/timestamp', body, timeStampAnswer, { token: access, idempotent: true })).timestamp,
      );
    },
  };
}

const algorithmsOf = (keyAlgorithm: KeyAlgorithm, digest: Digest) => ({
  hashAlgo: digestOid[digest],
  signAlgo: signAlgo(keyAlgorithm, digest),
});

function credentialOf(id: string, told: z.infer<typeof credentialAnswer>): Credential {
  const keyAlgorithm = keyAlgorithmOf(told.key.algo);
  if (!keyAlgorithm) throw refused('credentials/info', 'other');
  return {
    id,
    enabled: told.key.status === 'enabled',
    keyAlgorithm,
    keyLength: told.key.len,
    chain: told.cert.certificates.map(bytes),
    status: told.cert.status,
    authMode: told.authMode,
    scal: told.SCAL,
    multisign: told.multisign,
    pin: told.PIN !== undefined && told.PIN.presence !== 'false',
    otp: told.OTP === undefined || told.OTP.presence === 'false' ? 'none' : told.OTP.type,
  };
}
