import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { seal, unseal } from '@/lib/secrets/envelope';

/** What is sealed on the way: the verifier of PKCE, what the person brought, what the authority gave. */
type Column = 'verifier' | 'answer' | 'access';

/** What the person brought back: the code of the round trip, or PIN and OTP. */
export type Answer = { readonly code: string } | { readonly pin: string; readonly otp: string };

/** What the authority gave: tokens of the service, and leave to sign once it is there. */
export type Access = {
  readonly token: string;
  readonly refreshToken: string | null;
  readonly tokenExpiresAt: number;
  readonly sad: string | null;
  readonly sadExpiresAt: number;
};

type Whose = { readonly id: string; readonly issuerId: string };

const placeOf = (column: Column, { id, issuerId }: Whose) => ({
  table: 'certificate_flows',
  column,
  row: id,
  tenant: issuerId,
});

export const sealed = (column: Column, whose: Whose, value: unknown): Buffer =>
  seal(Buffer.from(JSON.stringify(value), 'utf8'), placeOf(column, whose));

export const unsealed = <T>(column: Column, whose: Whose, value: Buffer): T =>
  JSON.parse(unseal(value, placeOf(column, whose)).toString('utf8')) as T;

const placeOfGrant = ({ id, issuerId }: Whose) => ({
  table: 'certificate_grants',
  column: 'access',
  row: id,
  tenant: issuerId,
});

export const sealedGrant = (whose: Whose, access: Access): Buffer =>
  seal(Buffer.from(JSON.stringify(access), 'utf8'), placeOfGrant(whose));

export const unsealedGrant = (whose: Whose, value: Buffer): Access =>
  JSON.parse(unseal(value, placeOfGrant(whose)).toString('utf8')) as Access;

export const hashOfState = (state: string): Buffer => createHash('sha256').update(state).digest();

/** State, verifier and challenge of one round trip (RFC 6749, 10.12; RFC 7636, 4.1 and 4.2). */
export function roundTrip(): { state: string; stateHash: Buffer; verifier: string; challenge: string } {
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { state, stateHash: hashOfState(state), verifier, challenge };
}
