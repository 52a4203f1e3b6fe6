import { constants, createHash, type KeyObject, publicDecrypt, X509Certificate } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import * as asn1js from 'asn1js';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import { octets } from './cms/attributes';
import { digestLength, digestOid, nodeDigest } from './cms/oids';

type Given = {
  readonly hash: Uint8Array;
  readonly digest: Digest;
  /** Of ECDSA either r‖s or DER. */
  readonly signature: Uint8Array;
  readonly keyAlgorithm: KeyAlgorithm;
};

/**
 * Whether this is the signature over a ready hash by the key of the certificate (DER). What an authority answers is
 * checked before it is used: an answer to another question looks the same. node:crypto and WebCrypto take a message, and
 * no hash.
 */
export function verifiesHash(certificate: Uint8Array, { hash, digest, signature, keyAlgorithm }: Given): boolean {
  const { publicKey } = new X509Certificate(certificate);
  try {
    if (keyAlgorithm === 'ECDSA') return byCurve(publicKey, hash, signature);
    if (keyAlgorithm === 'RSA-PSS') return byPss(publicKey, hash, digest, signature);
    const said = publicDecrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature);
    return said.equals(digestInfo(hash, digest));
  } catch {
    // What cannot be read as a signature is none.
    return false;
  }
}

function byCurve(publicKey: KeyObject, hash: Uint8Array, signature: Uint8Array): boolean {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Uint8Array.from([4, ...Buffer.from(x, 'base64url'), ...Buffer.from(y, 'base64url')]);
  // P-256: 64 bytes are r‖s, anything else is DER, which is longer.
  const format = signature.length === 64 ? 'compact' : 'der';
  return p256.verify(Uint8Array.from(signature), Uint8Array.from(hash), point, { prehash: false, lowS: false, format });
}

/** DigestInfo of PKCS #1 v1.5 (RFC 8017, 9.2). */
function digestInfo(hash: Uint8Array, digest: Digest): Buffer {
  const algorithm = new asn1js.Sequence({
    value: [new asn1js.ObjectIdentifier({ value: digestOid[digest] }), new asn1js.Null()],
  });
  return Buffer.from(new asn1js.Sequence({ value: [algorithm, octets(hash)] }).toBER());
}

/** EMSA-PSS-VERIFY with a salt as long as the hash (RFC 8017, 9.1.2), for a modulus of whole bytes. */
function byPss(publicKey: KeyObject, hash: Uint8Array, digest: Digest, signature: Uint8Array): boolean {
  const encoded = publicDecrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature);
  const length = digestLength[digest];
  const masked = encoded.subarray(0, encoded.length - length - 1);
  const h = encoded.subarray(masked.length, -1);
  if (encoded.at(-1) !== 0xbc || ((masked[0] ?? 0) & 0x80) !== 0) return false;
  const sum = (...parts: readonly Uint8Array[]) =>
    parts.reduce((hasher, part) => hasher.update(part), createHash(nodeDigest[digest])).digest();
  const block = Buffer.from(masked);
  for (let at = 0; at < block.length; at += length) {
    const mask = sum(h, Buffer.from([0, 0, 0, at / length]));
    for (let i = at; i < Math.min(at + length, block.length); i++) block[i] = (block[i] ?? 0) ^ (mask[i - at] ?? 0);
  }
  block[0] = (block[0] ?? 0) & 0x7f;
  const salt = block.subarray(-length);
  const padding = block.subarray(0, -length - 1);
  const isPadded = padding.every((byte) => byte === 0) && block[padding.length] === 1;
  return isPadded && sum(new Uint8Array(8), hash, salt).equals(h);
}
