import { callOut, type OutboundAllowance } from '@/lib/outbound/call-out';
import { revocationAddresses } from './certificate-of';
import { readCrl } from './crl';
import { ocspRequest, type Revocation, readOcsp } from './ocsp';

/** What was fetched, as it came: level B-LT keeps it in the document. */
export type RevocationProof = Revocation & { readonly kind: 'ocsp' | 'crl'; readonly der: Uint8Array };

type Asked = { readonly certificate: Uint8Array; readonly issuer: Uint8Array; readonly now: Date };

const listBytes = 5_000_000;

/**
 * Whether a certificate is good: by OCSP, and by the list where nobody answers that. null: neither answered, so nothing
 * is known.
 * @param allow whether this machine may be called: for the sandbox alone
 */
export async function askRevocation(asked: Asked, allow: OutboundAllowance): Promise<RevocationProof | null> {
  const { ocsp, crl } = revocationAddresses(asked.certificate);
  for (const url of ocsp) {
    const proof = await silent(() => byOcsp(url, asked, allow));
    if (proof && proof.state !== 'unknown') return proof;
  }
  for (const url of crl) {
    const proof = await silent(() => byList(url, asked, allow));
    if (proof) return proof;
  }
  return null;
}

async function byOcsp(url: string, asked: Asked, allow: OutboundAllowance): Promise<RevocationProof> {
  const body = await ocspRequest(asked.certificate, asked.issuer);
  const headers = { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' };
  const answer = await callOut({ url, method: 'POST', headers, body, allow: { ...allow, publicHttp: true } });
  return { ...(await readOcsp(answer.body, asked)), kind: 'ocsp', der: answer.body };
}

async function byList(url: string, asked: Asked, allow: OutboundAllowance): Promise<RevocationProof> {
  const limits = { bytes: listBytes, totalMs: 20_000 };
  const answer = await callOut({ url, method: 'GET', allow: { ...allow, publicHttp: true }, limits });
  return { ...(await readCrl(answer.body, asked)), kind: 'crl', der: answer.body };
}

/** A source that does not answer, or answers what proves nothing, is as none: the next one is asked. */
async function silent(ask: () => Promise<RevocationProof>): Promise<RevocationProof | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}
