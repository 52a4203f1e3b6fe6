import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Attribute } from 'pkijs';
import type { Digest } from '@/lib/domain/signature';
import { digestOid, nodeDigest, oid } from './oids';

export type AttributesOf = {
  /** Of what is signed. */
  readonly digest: Uint8Array;
  readonly algorithm: Digest;
  /** DER of the certificate that signs. */
  readonly certificate: Uint8Array;
  readonly contentType?: string;
};

export type SignedAttributes = {
  readonly list: readonly Attribute[];
  /** The DER SET OF, whose hash is signed (RFC 5652, 5.4). */
  readonly der: Uint8Array;
};

/**
 * Signed attributes of a CAdES signature: content type, message digest, and which certificate signs (RFC 5035, 3); no
 * signing time, which PAdES forbids (EN 319 142-1, 6.3). Sorted by their bytes, as DER wants a SET OF (X.690, 11.6): no
 * verifier would tell us if they were not.
 */
export function signedAttributes({
  digest,
  algorithm,
  certificate,
  contentType = oid.data,
}: AttributesOf): SignedAttributes {
  const list = [
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: contentType })),
    attribute(oid.messageDigest, octets(digest)),
    attribute(oid.signingCertificateV2, sequence(sequence(certificateId(algorithm, certificate)))),
  ];
  const sorted = list
    .map((each) => ({ each, bytes: Buffer.from(each.toSchema().toBER()) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ each }) => each);
  const set = new asn1js.Set({ value: sorted.map((each) => each.toSchema()) });
  return { list: sorted, der: new Uint8Array(set.toBER()) };
}

/** SHA-256 is the default of ESSCertIDv2 and is then left out. */
function certificateId(algorithm: Digest, certificate: Uint8Array) {
  const hash = octets(createHash(nodeDigest[algorithm]).update(certificate).digest());
  if (algorithm === 'SHA-256') return sequence(hash);
  return sequence(sequence(new asn1js.ObjectIdentifier({ value: digestOid[algorithm] })), hash);
}

const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value });
export const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: Uint8Array.from(bytes).buffer });
const attribute = (type: string, value: asn1js.AsnType) => new Attribute({ type, values: [value] });
