import { X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type BasicConstraints, Certificate } from 'pkijs';
import type { ReportedCertificate } from '@/lib/domain/validation';

/** A certificate three ways: its bytes, what node:crypto reads, what pkijs reads. */
export type ParsedCertificate = {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly certificate: Certificate;
  readonly validFrom: number;
  readonly validTo: number;
  readonly keyIdentifier: Uint8Array | null;
};

const oid = {
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  keyIdentifier: '2.5.29.14',
  extendedKeyUsage: '2.5.29.37',
  qcStatements: '1.3.6.1.5.5.7.1.3',
} as const;

const parsed = new Map<string, ParsedCertificate>();
const most = 500;

/** @throws Error for what is no certificate */
export function parsedCertificate(der: Uint8Array): ParsedCertificate {
  const key = Buffer.from(der).toString('base64');
  const known = parsed.get(key);
  if (known) return known;
  const x509 = new X509Certificate(der);
  const certificate = Certificate.fromBER(Uint8Array.from(der).buffer);
  const identifier = extension(certificate, oid.keyIdentifier)?.parsedValue as asn1js.OctetString | undefined;
  const made = {
    ...{ der, x509, certificate },
    validFrom: new Date(x509.validFrom).getTime(),
    validTo: new Date(x509.validTo).getTime(),
    keyIdentifier: identifier ? new Uint8Array(identifier.valueBlock.valueHexView) : null,
  };
  if (parsed.size >= most) parsed.clear();
  parsed.set(key, made);
  return made;
}

const extension = (certificate: Certificate, wanted: string) =>
  certificate.extensions?.find(({ extnID }) => extnID === wanted);

/** Whether it may issue others, and how many levels below it (RFC 5280, 4.2.1.9 and 4.2.1.3). */
export function isAuthority({ certificate, x509 }: ParsedCertificate, levelsBelow: number): boolean {
  const constraints = extension(certificate, oid.basicConstraints)?.parsedValue as BasicConstraints | undefined;
  const length = constraints?.pathLenConstraint;
  if (!x509.ca || (typeof length === 'number' && length < levelsBelow)) return false;
  const usage = extension(certificate, oid.keyUsage)?.parsedValue as asn1js.BitString | undefined;
  return !usage || ((usage.valueBlock.valueHexView[0] ?? 0) & 0x04) !== 0;
}

/** May sign documents: digitalSignature or nonRepudiation, where it says anything of that. */
export function maySign({ certificate }: ParsedCertificate): boolean {
  const usage = extension(certificate, oid.keyUsage)?.parsedValue as asn1js.BitString | undefined;
  return !usage || ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) !== 0;
}

/** The purposes it was issued for, as OIDs; null: it does not say. */
export const purposesOf = ({ x509 }: ParsedCertificate): readonly string[] | null => x509.keyUsage ?? null;

/** RFC 3161, 2.3: a time-stamp certificate is for that alone, and says so as critical. */
export function isForTimeStamps(each: ParsedCertificate): boolean {
  const purposes = purposesOf(each);
  const isCritical = extension(each.certificate, oid.extendedKeyUsage)?.critical === true;
  return isCritical && purposes?.length === 1 && purposes[0] === '1.3.6.1.5.5.7.3.8';
}

const qcCompliance = '0.4.0.1862.1.1';
const qcTypes: Readonly<Record<string, 'seal' | 'signature'>> = {
  '0.4.0.1862.1.6.1': 'signature',
  '0.4.0.1862.1.6.2': 'seal',
};

/** What the certificate says of itself, for a report. */
export function reported({ x509, validFrom, validTo, certificate }: ParsedCertificate): ReportedCertificate {
  const part = (name: string, key: string): string | null => {
    const found = new RegExp(`^${key}=(.*)$`, 'm').exec(name)?.[1];
    return found === undefined ? null : bare(found);
  };
  const { subject, issuer, serialNumber } = x509;
  return {
    subject: bare(subject.replaceAll('\n', ', ')),
    commonName: part(subject, 'CN') ?? bare(subject.replaceAll('\n', ', ')),
    organisation: part(subject, 'O'),
    issuer: part(issuer, 'CN') ?? bare(issuer.replaceAll('\n', ', ')),
    serial: serialNumber,
    ...{ validFrom, validTo },
    qualified: qualifiedAs(certificate),
  };
}

const bare = (text: string): string => text.replaceAll(/\\(.)/g, '$1');

function qualifiedAs(certificate: Certificate): 'seal' | 'signature' | null {
  const statements = extension(certificate, oid.qcStatements);
  if (!statements) return null;
  const named = oidsIn(asn1js.fromBER(Uint8Array.from(statements.extnValue.valueBlock.valueHexView).buffer).result);
  if (!named.includes(qcCompliance)) return null;
  return named.map((each) => qcTypes[each]).find(Boolean) ?? null;
}

function oidsIn(node: asn1js.AsnType): string[] {
  if (node instanceof asn1js.ObjectIdentifier) return [node.valueBlock.toString()];
  const { value } = node.valueBlock as { value?: unknown };
  return Array.isArray(value) ? value.flatMap((each: asn1js.AsnType) => oidsIn(each)) : [];
}
