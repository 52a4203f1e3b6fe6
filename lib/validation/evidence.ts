import { createHash } from 'node:crypto';
import type * as asn1js from 'asn1js';
import {
  BasicOCSPResponse,
  CertificateRevocationList,
  OCSPResponse,
  type RevokedCertificate,
  type SingleResponse,
} from 'pkijs';
import { digestName, digestOf, isGoodDigest, isSignedBy } from './algorithms';
import { type ParsedCertificate, parsedCertificate, purposesOf } from './certificate';
import { isIssuedBy } from './path';

/** What an authority said of one certificate, once it is known that it was the authority. Milliseconds since 1970. */
export type Evidence = {
  readonly state: 'good' | 'revoked' | 'suspended';
  readonly revokedAt: number | null;
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
};

export type RevocationData = { readonly ocsps: readonly Uint8Array[]; readonly crls: readonly Uint8Array[] };

const ocspSigning = '1.3.6.1.5.5.7.3.9';
const onHold = 6;

/** All that these answers and lists say of a certificate; what is not the issuer's own word says nothing. */
export function evidenceOn(
  certificate: ParsedCertificate,
  issuer: ParsedCertificate,
  { ocsps, crls }: RevocationData,
): Evidence[] {
  return [
    ...ocsps.flatMap((der) => readable(() => inOcsp(der, certificate, issuer))),
    ...crls.flatMap((der) => readable(() => inCrl(der, certificate, issuer))),
  ];
}

/** What cannot be read, as an answer of another kind, is none. */
function readable(read: () => Evidence | null): Evidence[] {
  try {
    const evidence = read();
    return evidence ? [evidence] : [];
  } catch {
    return [];
  }
}

function inOcsp(der: Uint8Array, certificate: ParsedCertificate, issuer: ParsedCertificate): Evidence | null {
  const basic = basicOf(der);
  const found = basic?.tbsResponseData.responses.find((each: SingleResponse) => isAbout(each, certificate, issuer));
  if (!basic || !found || !isAuthorised(basic, issuer)) return null;
  const times = { thisUpdate: found.thisUpdate.getTime(), nextUpdate: found.nextUpdate?.getTime() ?? null };
  return { ...times, ...stateOf(found.certStatus) } as Evidence | null;
}

/** A DSS keeps OCSPResponse; some makers keep the BasicOCSPResponse within. */
function basicOf(der: Uint8Array): BasicOCSPResponse | null {
  const { responseBytes } = OCSPResponse.fromBER(Uint8Array.from(der).buffer);
  if (!responseBytes) return null;
  return BasicOCSPResponse.fromBER(Uint8Array.from(responseBytes.response.valueBlock.valueHexView).buffer);
}

function isAbout({ certID }: SingleResponse, { certificate }: ParsedCertificate, issuer: ParsedCertificate): boolean {
  const digest = digestName(certID.hashAlgorithm.algorithmId);
  if (digest === null || !certID.serialNumber.isEqual(certificate.serialNumber)) return false;
  const { subject, subjectPublicKeyInfo } = issuer.certificate;
  const hashes = [subject.valueBeforeDecode, subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView];
  const said = [certID.issuerNameHash, certID.issuerKeyHash];
  return hashes.every((bytes, n) =>
    createHash(digest)
      .update(new Uint8Array(bytes))
      .digest()
      .equals(said[n]?.valueBlock.valueHexView ?? new Uint8Array()),
  );
}

/** By the issuer itself, or by a responder that it issued a certificate for just that (RFC 6960, 4.2.2.2). */
function isAuthorised(basic: BasicOCSPResponse, issuer: ParsedCertificate): boolean {
  const { tbsResponseData, signatureAlgorithm: algorithm, signature } = basic;
  const at = tbsResponseData.producedAt.getTime();
  const responders = (basic.certs ?? [])
    .map((each) => parsedCertificate(new Uint8Array(each.toSchema().toBER())))
    .filter((each) => purposesOf(each)?.includes(ocspSigning) && isIssuedBy(each, issuer) && holds(each, at));
  if (!isGoodDigest(digestOf(algorithm, null))) return false;
  const data = new Uint8Array(tbsResponseData.tbsView);
  const bytes = new Uint8Array(signature.valueBlock.valueHexView);
  return [issuer, ...responders].some(({ x509 }) =>
    isSignedBy({ key: x509.publicKey, algorithm, digest: null, data, signature: bytes }),
  );
}

const holds = ({ validFrom, validTo }: ParsedCertificate, at: number): boolean => validFrom <= at && at <= validTo;

type Tagged = {
  readonly idBlock: { readonly tagNumber: number };
  readonly valueBlock?: { readonly value?: readonly unknown[] };
};

/** CertStatus ::= CHOICE { good [0], revoked [1] { time, [0] reason }, unknown [2] } (RFC 6960, 4.2.1) */
function stateOf(status: Tagged): Pick<Evidence, 'state' | 'revokedAt'> | null {
  if (status.idBlock.tagNumber === 0) return { state: 'good', revokedAt: null };
  if (status.idBlock.tagNumber !== 1) return null;
  const [time, reason] = (status.valueBlock?.value ?? []) as [{ toDate(): Date } | undefined, Tagged | undefined];
  const [coded] = (reason?.valueBlock?.value ?? []) as [{ valueBlock: { valueDec: number } } | undefined];
  const state = coded?.valueBlock.valueDec === onHold ? 'suspended' : 'revoked';
  return { state, revokedAt: time?.toDate().getTime() ?? null };
}

const reasonCode = '2.5.29.21';
/** Lists of parts, or of changes: they are silent about certificates that they do not tell of (RFC 5280, 5.2.4 and 5.2.5). */
const partial = ['2.5.29.27', '2.5.29.28'];

function inCrl(der: Uint8Array, { certificate }: ParsedCertificate, issuer: ParsedCertificate): Evidence | null {
  const list = CertificateRevocationList.fromBER(Uint8Array.from(der).buffer);
  if (!list.issuer.isEqual(issuer.certificate.subject)) return null;
  if (list.crlExtensions?.extensions.some(({ extnID }) => partial.includes(extnID))) return null;
  const { signatureAlgorithm: algorithm, signatureValue } = list;
  const signature = new Uint8Array(signatureValue.valueBlock.valueHexView);
  const key = issuer.x509.publicKey;
  if (!isSignedBy({ key, algorithm, digest: null, data: new Uint8Array(list.tbsView), signature })) return null;
  const times = { thisUpdate: list.thisUpdate.value.getTime(), nextUpdate: list.nextUpdate?.value.getTime() ?? null };
  const entry = list.revokedCertificates?.find(({ userCertificate }) =>
    userCertificate.isEqual(certificate.serialNumber),
  );
  if (!entry) return { ...times, state: 'good', revokedAt: null };
  const state = reasonOf(entry) === onHold ? 'suspended' : 'revoked';
  return { ...times, state, revokedAt: entry.revocationDate.value.getTime() };
}

function reasonOf({ crlEntryExtensions }: RevokedCertificate): number | null {
  const found = crlEntryExtensions?.extensions.find(({ extnID }) => extnID === reasonCode);
  return found ? ((found.parsedValue as asn1js.Enumerated).valueBlock.valueDec ?? null) : null;
}
