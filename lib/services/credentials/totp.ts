import 'server-only';
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Place } from '@/lib/secrets/envelope';

/** RFC 6238 as authenticators know it: SHA-1, 6 digits, 30 s; 160 bits of secret (RFC 4226, 4). */
const settings = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps before and after that are taken: clocks differ. */
const drift = 1;
const secretBytes = 20;

/** A new secret. */
export const newSecret = (): Buffer => randomBytes(secretBytes);

/** Where the secret of an operator is kept. */
export const placeOfSecret = (operatorId: string): Place => ({
  table: 'second_factors',
  column: 'secret',
  row: operatorId,
  tenant: operatorId,
});

const totpOf = (secret: Buffer, label: string): TOTP =>
  new TOTP({ ...settings, issuer: 'Sign’Stash', label, secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });

/** What an authenticator reads from the QR code, and what is typed into one by hand. @param label the e-mail address */
export function enrolment(secret: Buffer, label: string): { uri: string; key: string } {
  const totp = totpOf(secret, label);
  return { uri: totp.toString(), key: totp.secret.base32 };
}

/** The step of a code that is good now, or null. Whether it was taken before is asked of the database. */
export function stepOf(secret: Buffer, code: string, now: number = Date.now()): number | null {
  const delta = totpOf(secret, '').validate({ token: code, window: drift, timestamp: now });
  return delta === null ? null : Math.floor(now / 1_000 / settings.period) + delta;
}
