import type { SandboxState } from './state';

export type Binary = { readonly type: string; readonly body: Buffer };

/**
 * What an authority serves beside its API: OCSP by POST and GET (RFC 6960, A.1), revocation lists, issuers' certificates
 * and time stamps over HTTP (RFC 3161, 3.4).
 */
export async function pkiAnswer(
  { pki }: SandboxState,
  method: string,
  path: string,
  body: Buffer,
): Promise<Binary | null> {
  if (path === '/ocsp' && method === 'POST') return ocsp(await pki.ocsp(body));
  if (path.startsWith('/ocsp/')) return ocsp(await pki.ocsp(Buffer.from(decodeURIComponent(path.slice(6)), 'base64')));
  if (path === '/tsa' && method === 'POST')
    return { type: 'application/timestamp-reply', body: Buffer.from(await pki.timeStamp(body)) };
  const list = /^\/crl\/(root|issuing)\.crl$/.exec(path)?.[1];
  if (list === 'root' || list === 'issuing')
    return { type: 'application/pkix-crl', body: Buffer.from(await pki.crl(list)) };
  return null;
}

const ocsp = (body: Uint8Array): Binary => ({ type: 'application/ocsp-response', body: Buffer.from(body) });
