import { randomBytes, randomInt } from 'node:crypto';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import type { AuthMode } from '../port';
import type { Faults } from './faults';
import type { Pki } from './pki/pki';

/** What a credential of the sandbox is like; each switch of the protocol is one field. */
export type CredentialPlan = {
  readonly id: string;
  /** Of the accounts at the authority. */
  readonly owner: string;
  readonly commonName: string;
  readonly organisation: string;
  /** E.g. `PT-500100144`. */
  readonly vat: string;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly authMode: AuthMode;
  readonly scal: '1' | '2';
  readonly multisign: number;
  readonly pin: string | null;
  readonly otp: 'none' | 'online' | 'offline';
  /** Days from now; negative for what has expired. */
  readonly validForDays: number;
};

export type SandboxCredential = CredentialPlan & {
  readonly serial: string;
  readonly chain: readonly Uint8Array[];
  readonly signHash: (hash: Uint8Array, digest: Digest) => Promise<Uint8Array>;
  enabled: boolean;
  wrongPins: number;
  otpSent: { code: string; until: number } | null;
};

export type Code = {
  readonly scope: 'service' | 'credential';
  readonly user: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly credentialId: string | null;
  readonly signatures: number;
  readonly until: number;
};

export type Token = { readonly user: string; readonly until: number };
export type Sad = {
  readonly credentialId: string;
  /** With SCAL 2: which hashes, base64; null: any. */
  readonly hashes: readonly string[] | null;
  left: number;
  readonly until: number;
};

/** Tokens and grants as pairs, for who keeps them over restarts. */
export type KeptAccess = {
  readonly tokens: readonly (readonly [string, Token])[];
  readonly refreshTokens: readonly (readonly [string, string])[];
  readonly sads: readonly (readonly [string, Sad])[];
  readonly authorised: readonly (readonly [string, { SAD: string; expiresIn: number }])[];
};

/** All that the sandbox knows while it runs. */
export type SandboxState = {
  readonly baseUrl: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly users: Map<string, string>;
  readonly pki: Pki;
  readonly credentials: Map<string, SandboxCredential>;
  readonly codes: Map<string, Code>;
  readonly tokens: Map<string, Token>;
  readonly refreshTokens: Map<string, string>;
  readonly sads: Map<string, Sad>;
  /** What was answered to which `clientData`: the same is answered again. */
  readonly authorised: Map<string, { SAD: string; expiresIn: number }>;
  readonly faults: Faults;
  /** Seconds that a grant lasts, and milliseconds by which the clock is ahead. */
  grantSeconds: number;
  aheadMs: number;
  readonly calls: Map<string, number>;
};

export const clockOf = (state: Pick<SandboxState, 'aheadMs'>): number => Date.now() + state.aheadMs;
export const secret = (): string => randomBytes(32).toString('base64url');
export const newOtp = (): string => String(randomInt(1_000_000)).padStart(6, '0');
