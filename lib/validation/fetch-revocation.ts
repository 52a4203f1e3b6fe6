import { webcrypto } from 'node:crypto';
import {
  type CRLDistributionPoints,
  CryptoEngine,
  type GeneralName,
  type InfoAccess,
  OCSPRequest,
  setEngine,
} from 'pkijs';
import { callOut, type OutboundAllowance } from '@/lib/outbound/call-out';
import type { ParsedCertificate } from './certificate';
import type { RevocationData } from './evidence';

const oid = { authorityInfo: '1.3.6.1.5.5.7.1.1', ocsp: '1.3.6.1.5.5.7.48.1', lists: '2.5.29.31' } as const;
const uri = 6;
const listBytes = 5_000_000;

/**
 * Asks the authority of a certificate whether it is good: its responders, then its lists, for as long as the caller wants
 * another answer. What comes back is not believed here (evidence.ts).
 */
export async function* fetchRevocation(
  { certificate }: ParsedCertificate,
  issuer: ParsedCertificate,
  allow: OutboundAllowance,
): AsyncGenerator<RevocationData> {
  // Revocation services answer by plain http: what they say is signed.
  const asked = { ...allow, publicHttp: true };
  const find = (wanted: string) => certificate.extensions?.find(({ extnID }) => extnID === wanted)?.parsedValue;
  const access = (find(oid.authorityInfo) as InfoAccess | undefined)?.accessDescriptions ?? [];
  for (const { accessMethod, accessLocation } of access) {
    if (accessMethod !== oid.ocsp) continue;
    for (const url of addressesIn([accessLocation])) {
      const body = await ocspRequest(certificate, issuer);
      const headers = { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' };
      const der = await answered(() => callOut({ url, method: 'POST', headers, body, allow: asked }));
      if (der) yield { ocsps: [der], crls: [] };
    }
  }
  const points = (find(oid.lists) as CRLDistributionPoints | undefined)?.distributionPoints ?? [];
  for (const { distributionPoint } of points) {
    for (const url of addressesIn(Array.isArray(distributionPoint) ? distributionPoint : [])) {
      const limits = { bytes: listBytes, totalMs: 20_000 };
      const der = await answered(() => callOut({ url, method: 'GET', allow: asked, limits }));
      if (der) yield { ocsps: [], crls: [der] };
    }
  }
}

const addressesIn = (names: readonly GeneralName[]): string[] =>
  names.flatMap(({ type, value }) => (type === uri && typeof value === 'string' ? [value] : []));

async function ocspRequest(certificate: ParsedCertificate['certificate'], issuer: ParsedCertificate) {
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }));
  const request = new OCSPRequest();
  await request.createForCertificate(certificate, { hashAlgorithm: 'SHA-1', issuerCertificate: issuer.certificate });
  return new Uint8Array(request.toSchema(true).toBER());
}

/** Who does not answer, or answers no, says nothing: the next one is asked. */
async function answered(ask: () => ReturnType<typeof callOut>): Promise<Uint8Array | null> {
  try {
    const { status, body } = await ask();
    return status === 200 ? body : null;
  } catch {
    return null;
  }
}
