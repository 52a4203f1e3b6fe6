import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  RSASSAPSSParams,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import { octets, type SignedAttributes } from './attributes';
import { integer } from './integer';
import { digestLength, digestOid, oid, signatureOid } from './oids';

export type SignatureParts = {
  readonly attributes: SignedAttributes;
  /** As the key gave it: of ECDSA either r‖s or DER. */
  readonly signature: Uint8Array;
  /** DER, the certificate that signs first. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: Digest;
  readonly keyAlgorithm: KeyAlgorithm;
  /** A time-stamp token over the signature, DER (level B-T). */
  readonly token?: Uint8Array;
  /** What is signed, where it travels inside (a TSTInfo); absent: detached. */
  readonly content?: { readonly type: string; readonly bytes: Uint8Array };
};

/** A CMS SignedData (RFC 5652) with one signer, in its ContentInfo, DER. */
export function signedData(parts: SignatureParts): Uint8Array {
  const { attributes, chain, algorithm, keyAlgorithm, token, content } = parts;
  const certificates = chain.map(parsedCertificate);
  const [signer] = certificates;
  if (!signer) throw new Error('A signature needs the certificate that signs.');
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: digestOid[algorithm] }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes.list] }),
    signatureAlgorithm: signatureAlgorithm(keyAlgorithm, algorithm),
    signature: octets(keyAlgorithm === 'ECDSA' ? ecdsaDer(parts.signature) : parts.signature),
    ...(token ? { unsignedAttrs: timeStampOf(token) } : {}),
  });
  const data = new SignedData({
    version: content ? 3 : 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: digestOid[algorithm] })],
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: content?.type ?? oid.data,
      ...(content ? { eContent: octets(content.bytes) } : {}),
    }),
    certificates,
    signerInfos: [info],
  });
  const outer = new ContentInfo({ contentType: oid.signedData, content: data.toSchema(true) });
  return new Uint8Array(outer.toSchema().toBER());
}

// Parsing one takes a millisecond, and a service signs with the same few.
const parsed = new Map<string, Certificate>();
const mostParsed = 200;

function parsedCertificate(der: Uint8Array): Certificate {
  const key = Buffer.from(der).toString('base64');
  const known = parsed.get(key);
  if (known) return known;
  const certificate = Certificate.fromBER(Uint8Array.from(der).buffer);
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(key, certificate);
  return certificate;
}

function signatureAlgorithm(keyAlgorithm: KeyAlgorithm, digest: Digest): AlgorithmIdentifier {
  const algorithmId = signatureOid(keyAlgorithm, digest);
  if (keyAlgorithm === 'ECDSA') return new AlgorithmIdentifier({ algorithmId });
  if (keyAlgorithm === 'RSA') return new AlgorithmIdentifier({ algorithmId, algorithmParams: new asn1js.Null() });
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: digestOid[digest], algorithmParams: new asn1js.Null() });
  const params = new RSASSAPSSParams({
    hashAlgorithm,
    maskGenAlgorithm: new AlgorithmIdentifier({
      algorithmId: '1.2.840.113549.1.1.8',
      algorithmParams: hashAlgorithm.toSchema(),
    }),
    saltLength: digestLength[digest],
  });
  return new AlgorithmIdentifier({ algorithmId, algorithmParams: params.toSchema() });
}

function timeStampOf(token: Uint8Array): SignedAndUnsignedAttributes {
  const { result } = asn1js.fromBER(Uint8Array.from(token).buffer);
  return new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: oid.signatureTimeStamp, values: [result] })],
  });
}

/** SEQUENCE { r, s } (RFC 3279, 2.2.3). Authorities and WebCrypto also hand out r‖s, which for P-256 is 64 bytes. */
function ecdsaDer(signature: Uint8Array): Uint8Array {
  if (signature.length !== 64) return signature;
  const value = [integer(signature.subarray(0, 32)), integer(signature.subarray(32))];
  return new Uint8Array(new asn1js.Sequence({ value }).toBER());
}
