import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type AlgorithmIdentifier, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { digestName } from './algorithms';
import { type ParsedCertificate, parsedCertificate } from './certificate';

const oid = {
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
} as const;

/** A SignedData with its one signer, taken apart; nothing of it is believed yet. */
export type CmsSignature = {
  readonly certificates: readonly ParsedCertificate[];
  /** The one that the signer names; null: it does not travel along. */
  readonly signer: ParsedCertificate | null;
  readonly digest: string | null;
  readonly algorithm: AlgorithmIdentifier;
  /** The bytes that are signed: the attributes as a SET. */
  readonly attributes: Uint8Array;
  readonly messageDigest: Uint8Array | null;
  readonly contentType: string;
  /** What travels inside (a TSTInfo); null: detached. */
  readonly content: Uint8Array | null;
  /** The signing-certificate-v2 attribute: null absent, else whether it is that of `signer`. */
  readonly namesSigner: boolean | null;
  readonly hasSigningTime: boolean;
  /** The attributes stand as DER wants a SET OF. */
  readonly inOrder: boolean;
  readonly signature: Uint8Array;
  readonly timeStamp: Uint8Array | null;
};

/** @throws Error for what is no SignedData with one signer and signed attributes */
export function readCms(der: Uint8Array): CmsSignature {
  const data = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(der).buffer).content });
  const [info, second] = data.signerInfos;
  if (!info || second) throw new Error('Not one signer.');
  const { signedAttrs } = info;
  if (!signedAttrs) throw new Error('No signed attributes.');
  const certificates = rawCertificates(der).map(parsedCertificate);
  const signer = certificates.find((each) => isNamed(info, each)) ?? null;
  const digest = digestName(info.digestAlgorithm.algorithmId);
  const encoded = new Uint8Array(signedAttrs.encodedValue);
  const eContent = data.encapContentInfo.eContent;
  return {
    ...{ certificates, signer, digest, algorithm: info.signatureAlgorithm },
    attributes: encoded,
    messageDigest: octetsOf(attribute(info, oid.messageDigest)),
    contentType: data.encapContentInfo.eContentType,
    content: eContent ? new Uint8Array(eContent.getValue()) : null,
    namesSigner: essOf(attribute(info, oid.signingCertificateV2), signer),
    hasSigningTime: attribute(info, oid.signingTime) !== null,
    inOrder: isInOrder(encoded),
    signature: new Uint8Array(info.signature.valueBlock.valueHexView),
    timeStamp: tokenOf(info),
  };
}

type Node = asn1js.AsnType & {
  readonly valueBlock: { readonly value?: readonly Node[]; readonly valueHexView?: Uint8Array };
};

function attribute({ signedAttrs }: SignerInfo, type: string): Node | null {
  const found = signedAttrs?.attributes.filter((each) => each.type === type) ?? [];
  return found.length === 1 ? ((found[0]?.values[0] as Node | undefined) ?? null) : null;
}

const octetsOf = (node: Node | null): Uint8Array | null => node && new Uint8Array(node.valueBlock.valueHexView ?? []);

function tokenOf({ unsignedAttrs }: SignerInfo): Uint8Array | null {
  const found = unsignedAttrs?.attributes.find(({ type }) => type === oid.signatureTimeStamp)?.values[0];
  return found ? new Uint8Array((found as Node).valueBeforeDecodeView) : null;
}

function isNamed({ sid }: SignerInfo, { certificate, keyIdentifier }: ParsedCertificate): boolean {
  if (sid instanceof IssuerAndSerialNumber)
    return sid.issuer.isEqual(certificate.issuer) && sid.serialNumber.isEqual(certificate.serialNumber);
  const named = octetsOf(sid as Node);
  return named !== null && keyIdentifier !== null && Buffer.from(named).equals(keyIdentifier);
}

/** SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2 … } (RFC 5035, 3); the first is the signer's. */
function essOf(node: Node | null, signer: ParsedCertificate | null): boolean | null {
  if (!node) return null;
  const [first, second] = node.valueBlock.value?.[0]?.valueBlock.value?.[0]?.valueBlock.value ?? [];
  const isNamed = first instanceof asn1js.Sequence;
  const algorithm = isNamed ? (first as Node).valueBlock.value?.[0] : undefined;
  const name = algorithm ? digestName(String((algorithm.valueBlock as { toString(): string }).toString())) : 'sha256';
  const hash = octetsOf((isNamed ? second : first) ?? null);
  if (!signer || !hash || name === null) return false;
  return createHash(name).update(signer.der).digest().equals(hash);
}

/** X.690, 11.6: the elements of a SET OF in the order of their bytes. */
function isInOrder(set: Uint8Array): boolean {
  const { result } = asn1js.fromBER(Uint8Array.from(set).buffer);
  const parts = ((result as Node).valueBlock.value ?? []).map((each) => Buffer.from(each.valueBeforeDecodeView));
  return parts.every((part, n) => n === 0 || Buffer.compare(parts[n - 1] ?? part, part) <= 0);
}

/** The certificates as they stand: what is hashed and verified must be their very bytes. */
function rawCertificates(der: Uint8Array): Uint8Array[] {
  const { result } = asn1js.fromBER(Uint8Array.from(der).buffer);
  const data = (result as Node).valueBlock.value?.[1]?.valueBlock.value?.[0];
  const set = data?.valueBlock.value?.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  return (set?.valueBlock.value ?? [])
    .filter(({ idBlock }) => idBlock.tagClass === 1 && idBlock.tagNumber === 16)
    .map((each) => new Uint8Array(each.valueBeforeDecodeView));
}
