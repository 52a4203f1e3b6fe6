/** Words of signatures that signing, validation and the screens share. */

/** Digests that a service may choose (product.md section 4), strongest last. */
export const digests = ['SHA-256', 'SHA-384', 'SHA-512'] as const;
export type Digest = (typeof digests)[number];

/** How a credential signs: PKCS #1 v1.5, RSASSA-PSS, or ECDSA on P-256. */
export const keyAlgorithms = ['RSA', 'RSA-PSS', 'ECDSA'] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];

/** PAdES baseline levels (EN 319 142-1, 6) that a service may choose, each with all that the one before has. */
export const signatureLevels = ['B-B', 'B-T', 'B-LT'] as const;
export type SignatureLevel = (typeof signatureLevels)[number];
