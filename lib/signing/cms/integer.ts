import * as asn1js from 'asn1js';

/** A positive INTEGER of these bytes, in as few as DER allows (X.690, 8.3.2). */
export function integer(bytes: Uint8Array): asn1js.Integer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const trimmed = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  const positive = (trimmed[0] ?? 0) > 127 ? Uint8Array.of(0, ...trimmed) : Uint8Array.from(trimmed);
  return new asn1js.Integer({ valueHex: positive.buffer });
}
