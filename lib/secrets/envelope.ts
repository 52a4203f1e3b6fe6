import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { env } from '@/lib/env';

/** Where a secret is kept and whose it is: a ciphertext that is moved elsewhere does not open. */
export type Place = {
  readonly table: string;
  readonly column: string;
  readonly row: string;
  /** The company or operator that it belongs to. */
  readonly tenant: string;
};

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;
const keyIdBytes = 4;
const wrappedBytes = nonceBytes + keyBytes + tagBytes;

/**
 * Encrypts a secret: AES-256-GCM with a random key of its own, which the master key wraps. Format byte, id of the master
 * key, wrapped key, then nonce, ciphertext and tag; the place is authenticated with both (security.md, Truth).
 */
export function seal(plain: Buffer, place: Place): Buffer {
  const master = masterKey();
  const head = Buffer.concat([Buffer.from([format]), idOf(master)]);
  const key = randomBytes(keyBytes);
  const context = contextOf(place, head);
  return Buffer.concat([head, encrypt(master, key, context), encrypt(key, plain, context)]);
}

/**
 * The secret behind a ciphertext of `seal`.
 * @throws Error when it was changed, moved, or sealed with another master key
 */
export function unseal(sealed: Buffer, place: Place): Buffer {
  const master = masterKey();
  const head = sealed.subarray(0, 1 + keyIdBytes);
  if (head[0] !== format || !head.subarray(1).equals(idOf(master))) {
    throw new Error('A secret was sealed with another master key than SIGNSTASH_MASTER_KEY.');
  }
  const context = contextOf(place, head);
  const wrapped = sealed.subarray(head.length, head.length + wrappedBytes);
  return decrypt(decrypt(master, wrapped, context), sealed.subarray(head.length + wrappedBytes), context);
}

function masterKey(): Buffer {
  const { SIGNSTASH_MASTER_KEY } = env();
  if (!SIGNSTASH_MASTER_KEY)
    throw new Error('Environment variable SIGNSTASH_MASTER_KEY is missing; nothing can be sealed.');
  return Buffer.from(SIGNSTASH_MASTER_KEY, 'base64');
}

const idOf = (master: Buffer): Buffer => createHash('sha256').update(master).digest().subarray(0, keyIdBytes);

const contextOf = ({ table, column, row, tenant }: Place, head: Buffer): Buffer =>
  Buffer.concat([head, Buffer.from([table, column, row, tenant].join('\n'))]);

function encrypt(key: Buffer, plain: Buffer, context: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer, context: Buffer): Buffer {
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(context)
    .setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
