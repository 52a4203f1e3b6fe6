import { X509Certificate } from 'node:crypto';

export type ChainFacts = {
  readonly subject: string;
  readonly commonName: string;
  readonly issuerName: string;
  /** Hexadecimal, upper case. */
  readonly serial: string;
  readonly validFrom: Date;
  readonly validTo: Date;
};

/** One line of a name, in the order of the certificate: `CN=…, O=…`; a line may hold commas, which are escaped there. */
const oneLine = (name: string): string => bare(name.replaceAll('\n', ', '));
const bare = (text: string): string => text.replaceAll(/\\(.)/g, '$1');
const commonName = (name: string): string => bare(/^CN=(.*)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', '));

/** What a certificate says of itself. @param der DER */
export function readCertificate(der: Uint8Array): ChainFacts {
  const { subject, issuer, serialNumber, validFrom, validTo } = new X509Certificate(der);
  return {
    subject: oneLine(subject),
    commonName: commonName(subject),
    issuerName: commonName(issuer),
    serial: serialNumber,
    validFrom: new Date(validFrom),
    validTo: new Date(validTo),
  };
}

/** Who signs with a certificate: name, organisation and VAT number as its subject has them (EN 319 412-1, 5.1.4). */
export function readSigner(der: Uint8Array): { name: string; organisation: string; vat: string } {
  const { subject } = new X509Certificate(der);
  const part = (key: string): string => bare(new RegExp(`^${key}=(.*)$`, 'm').exec(subject)?.[1] ?? '');
  const name = commonName(subject);
  return {
    name,
    organisation: part('O') || name,
    vat: part('organizationIdentifier').replace(/^VAT[A-Z]{2}-/, ''),
  };
}

/** What the first of a chain says. @throws Error for an empty chain */
export function readChain(chain: readonly Uint8Array[]): ChainFacts {
  const [first] = chain;
  if (!first) throw new Error('A credential without a certificate.');
  return readCertificate(first);
}
