import { constants, createHash, createPrivateKey, type KeyObject, privateEncrypt, webcrypto } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import * as asn1js from 'asn1js';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import { digestLength, digestOid, nodeDigest } from '../../cms/oids';

/** A pair of keys, and itself as JSON for who keeps a PKI over restarts. */
export type Keys = { readonly pair: CryptoKeyPair; readonly kind: 'RSA' | 'EC'; readonly jwk: webcrypto.JsonWebKey };

const parameters = {
  RSA: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  EC: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const;

export async function makeKeys(kind: Keys['kind']): Promise<Keys> {
  const pair = (await webcrypto.subtle.generateKey(parameters[kind], true, ['sign', 'verify'])) as CryptoKeyPair;
  return { pair, kind, jwk: await webcrypto.subtle.exportKey('jwk', pair.privateKey) };
}

export async function keysOf(kind: Keys['kind'], jwk: webcrypto.JsonWebKey): Promise<Keys> {
  const { d: _, p: __, q: ___, dp, dq, qi, key_ops, ...open } = jwk;
  void [dp, dq, qi, key_ops];
  const privateKey = await webcrypto.subtle.importKey('jwk', jwk, parameters[kind], true, ['sign']);
  const publicKey = await webcrypto.subtle.importKey('jwk', open, parameters[kind], true, ['verify']);
  return { pair: { privateKey, publicKey }, kind, jwk };
}

/**
 * Signs a hash that is ready: what an authority's key does, and what neither node:crypto nor WebCrypto offers but for
 * PKCS #1.
 */
export function hashSigner(
  { jwk, kind }: Keys,
  algorithm: KeyAlgorithm,
): (hash: Uint8Array, digest: Digest) => Uint8Array {
  if (kind === 'EC') {
    const secret = new Uint8Array(Buffer.from(jwk.d ?? '', 'base64url'));
    return (hash) => p256.sign(hash, secret, { prehash: false, lowS: false, format: 'der' });
  }
  const key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  return algorithm === 'RSA-PSS'
    ? (hash, digest) => pss(key, hash, digest)
    : (hash, digest) => pkcs1(key, hash, digest);
}

/** DigestInfo ‖ hash, padded (RFC 8017, 9.2). */
function pkcs1(key: KeyObject, hash: Uint8Array, digest: Digest): Uint8Array {
  const algorithm = new asn1js.Sequence({
    value: [new asn1js.ObjectIdentifier({ value: digestOid[digest] }), new asn1js.Null()],
  });
  const info = new asn1js.Sequence({
    value: [algorithm, new asn1js.OctetString({ valueHex: Uint8Array.from(hash).buffer })],
  });
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(info.toBER()));
}

/** EMSA-PSS with a salt as long as the hash (RFC 8017, 9.1.1), for a modulus of 2048 bits. */
function pss(key: KeyObject, hash: Uint8Array, digest: Digest): Uint8Array {
  const length = digestLength[digest];
  const salt = webcrypto.getRandomValues(new Uint8Array(length));
  const sum = (...parts: Uint8Array[]) =>
    parts.reduce((hasher, part) => hasher.update(part), createHash(nodeDigest[digest])).digest();
  const h = sum(new Uint8Array(8), hash, salt);
  const block = Buffer.concat([Buffer.alloc(256 - length - length - 2), Buffer.from([1]), salt]);
  const mask = Buffer.concat(
    Array.from({ length: Math.ceil(block.length / length) }, (_, i) => sum(h, Buffer.from([0, 0, 0, i]))),
  );
  for (let i = 0; i < block.length; i++) block[i] = (block[i] ?? 0) ^ (mask[i] ?? 0);
  block[0] = (block[0] ?? 0) & 0x7f;
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.concat([block, h, Buffer.from([0xbc])]));
}
