import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { x509 } from '../../x509';
import type { Keys } from './keys';

export type Issued = { readonly keys: Keys; readonly certificate: x509.X509Certificate };

type Wanted = {
  readonly subject: string;
  readonly keys: Keys;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly issuer: Issued | null;
  readonly extensions: x509.Extension[];
};

const sha256 = { RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, EC: { name: 'ECDSA', hash: 'SHA-256' } } as const;

/** Issues a certificate, by itself where there is no issuer. Times in whole seconds (RFC 5280, 4.1.2.5). */
export async function issue({ subject, keys, notBefore, notAfter, issuer, extensions }: Wanted): Promise<Issued> {
  const signer = issuer?.keys ?? keys;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `40${randomBytes(15).toString('hex')}`,
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: wholeSecond(notBefore),
    notAfter: wholeSecond(notAfter),
    publicKey: keys.pair.publicKey,
    signingKey: signer.pair.privateKey,
    signingAlgorithm: sha256[signer.kind],
    extensions: [
      ...extensions,
      await x509.SubjectKeyIdentifierExtension.create(keys.pair.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(signer.pair.publicKey),
    ],
  });
  return { keys, certificate };
}

export const wholeSecond = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);
export const derOf = ({ certificate }: Issued): Uint8Array => new Uint8Array(certificate.rawData);

const { keyCertSign, cRLSign, digitalSignature, nonRepudiation } = x509.KeyUsageFlags;

export const forAuthority = (pathLength?: number): x509.Extension[] => [
  new x509.BasicConstraintsExtension(true, pathLength, true),
  new x509.KeyUsagesExtension(keyCertSign | cRLSign, true),
];

/** Critical, as RFC 3161, 2.3 wants it of a time-stamp authority. */
export const forTimeStamps = (): x509.Extension[] => [
  new x509.KeyUsagesExtension(digitalSignature, true),
  new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.timeStamping], true),
];

/** id-pkix-ocsp-nocheck: nobody asks whether the responder itself is revoked (RFC 6960, 4.2.2.2.1). */
export const forResponder = (): x509.Extension[] => [
  new x509.KeyUsagesExtension(digitalSignature, true),
  new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.ocspSigning]),
  new x509.Extension('1.3.6.1.5.5.7.48.1.5', false, new asn1js.Null().toBER()),
];

const oid = (value: string) => new asn1js.ObjectIdentifier({ value });
const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value });

/** A qualified certificate for electronic seals, its key in a qualified device (EN 319 412-5). */
export const forSeals = (): x509.Extension[] => [
  new x509.BasicConstraintsExtension(false, undefined, true),
  new x509.KeyUsagesExtension(digitalSignature | nonRepudiation, true),
  new x509.Extension(
    '1.3.6.1.5.5.7.1.3',
    false,
    sequence(
      sequence(oid('0.4.0.1862.1.1')),
      sequence(oid('0.4.0.1862.1.4')),
      sequence(oid('0.4.0.1862.1.6'), sequence(oid('0.4.0.1862.1.6.2'))),
    ).toBER(),
  ),
];

/** Where to ask whether a certificate is revoked, and where its issuer's is. */
export const askedAt = (baseUrl: string, list: 'root' | 'issuing'): x509.Extension[] => [
  new x509.AuthorityInfoAccessExtension({
    ocsp: [`${baseUrl}/ocsp`],
    caIssuers: [`${baseUrl}/certificates/${list}.cer`],
  }),
  new x509.CRLDistributionPointsExtension([`${baseUrl}/crl/${list}.crl`]),
];
