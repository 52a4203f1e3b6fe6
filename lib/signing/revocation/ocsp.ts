import { verify, X509Certificate } from 'node:crypto';
import { BasicOCSPResponse, Certificate, OCSPRequest, OCSPResponse, type SingleResponse } from 'pkijs';
import { setNodeCrypto } from '../node-engine';

export type Revocation = {
  readonly state: 'good' | 'revoked' | 'suspended' | 'unknown';
  /** Since when it is revoked. */
  readonly at: Date | null;
};

const ocspSigning = '1.3.6.1.5.5.7.3.9';
const onHold = 6;
/** Clocks of two machines differ. */
const skewMs = 300_000;

const parsed = (der: Uint8Array): Certificate => Certificate.fromBER(Uint8Array.from(der).buffer);

/** A request about one certificate (RFC 6960, 4.1), DER. SHA-1 names the certificate there, and proves nothing. */
export async function ocspRequest(certificate: Uint8Array, issuer: Uint8Array): Promise<Uint8Array> {
  setNodeCrypto();
  const request = new OCSPRequest();
  await request.createForCertificate(parsed(certificate), {
    hashAlgorithm: 'SHA-1',
    issuerCertificate: parsed(issuer),
  });
  return new Uint8Array(request.toSchema(true).toBER());
}

/**
 * What a response says of a certificate, once it is known to be the issuer's own or of a responder that it named, and of
 * now (RFC 6960, 3.2 and 4.2.2.2).
 * @throws Error for a response that proves nothing
 */
export async function readOcsp(
  response: Uint8Array,
  { certificate, issuer, now }: { certificate: Uint8Array; issuer: Uint8Array; now: Date },
): Promise<Revocation> {
  setNodeCrypto();
  const { responseBytes } = OCSPResponse.fromBER(Uint8Array.from(response).buffer);
  if (!responseBytes) throw new Error('An OCSP response without an answer.');
  const basic = BasicOCSPResponse.fromBER(Uint8Array.from(responseBytes.response.valueBlock.valueHexView).buffer);
  if (!isAuthorised(basic, issuer)) throw new Error('An OCSP response that is not of the authority.');
  const found = await matching(basic, certificate, issuer);
  if (!found) throw new Error('An OCSP response about another certificate.');
  const { thisUpdate, nextUpdate } = found;
  const isFresh =
    thisUpdate.getTime() <= now.getTime() + skewMs && (!nextUpdate || nextUpdate.getTime() >= now.getTime() - skewMs);
  if (!isFresh) throw new Error('An OCSP response of another time.');
  return revocationIn(found.certStatus);
}

async function matching(basic: BasicOCSPResponse, certificate: Uint8Array, issuer: Uint8Array) {
  const { isForCertificate } = await basic.getCertificateStatus(parsed(certificate), parsed(issuer));
  const serial = Buffer.from(parsed(certificate).serialNumber.valueBlock.valueHexView).toString('hex');
  return isForCertificate
    ? basic.tbsResponseData.responses.find(
        ({ certID }: SingleResponse) =>
          Buffer.from(certID.serialNumber.valueBlock.valueHexView).toString('hex') === serial,
      )
    : undefined;
}

/** Signed by the issuer itself, or by a responder whom it issued a certificate for just that. */
function isAuthorised(basic: BasicOCSPResponse, issuer: Uint8Array): boolean {
  const above = new X509Certificate(issuer);
  const responders = (basic.certs ?? [])
    .map((each) => new X509Certificate(Buffer.from(each.toSchema().toBER())))
    .filter((each) => each.keyUsage?.includes(ocspSigning) && each.checkIssued(above) && each.verify(above.publicKey));
  const hash = hashOf[basic.signatureAlgorithm.algorithmId];
  if (!hash) return false;
  const signed = Buffer.from(basic.tbsResponseData.tbsView);
  const signature = Buffer.from(basic.signature.valueBlock.valueHexView);
  return [above, ...responders].some(({ publicKey }) => verify(hash, signed, publicKey, signature));
}

/** sha*WithRSAEncryption and ecdsa-with-SHA* (RFC 4055, RFC 5758). */
const hashOf: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

type Tagged = {
  readonly idBlock: { readonly tagNumber: number };
  readonly valueBlock?: { readonly value?: readonly unknown[] };
};

/** CertStatus ::= CHOICE { good [0], revoked [1] { time, [0] reason }, unknown [2] } */
function revocationIn(status: Tagged): Revocation {
  if (status.idBlock.tagNumber === 0) return { state: 'good', at: null };
  if (status.idBlock.tagNumber !== 1) return { state: 'unknown', at: null };
  const [time, reason] = (status.valueBlock?.value ?? []) as [{ toDate(): Date } | undefined, Tagged | undefined];
  const [coded] = (reason?.valueBlock?.value ?? []) as [{ valueBlock: { valueDec: number } } | undefined];
  return { state: coded?.valueBlock.valueDec === onHold ? 'suspended' : 'revoked', at: time?.toDate() ?? null };
}
