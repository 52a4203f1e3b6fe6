import { z } from 'zod';
import { keyAlgorithms } from '@/lib/domain/signature';
import { faultKinds } from './faults';
import { addCredential } from './issue';
import { CscRefusal } from './refusal';
import type { SandboxState } from './state';
import { sandboxUser } from './usual-credentials';

const plan = z.strictObject({
  id: z.string().min(1).max(100),
  owner: z.string().min(1),
  commonName: z.string().min(1),
  organisation: z.string().min(1),
  vat: z.string().min(1),
  keyAlgorithm: z.enum(keyAlgorithms),
  authMode: z.enum(['implicit', 'explicit', 'oauth2code']),
  scal: z.enum(['1', '2']),
  multisign: z.int().positive(),
  pin: z.string().nullable(),
  otp: z.enum(['none', 'online', 'offline']),
  validForDays: z.int(),
});
const fault = z.strictObject({ method: z.string(), kind: z.enum(faultKinds), times: z.int().nonnegative() });
const clock = z.strictObject({ aheadMs: z.int() });
const grants = z.strictObject({ seconds: z.int().positive() });
const revocation = z.strictObject({ credential: z.string(), reason: z.int().min(0).max(10) });
const switching = z.strictObject({ credential: z.string(), enabled: z.boolean() });

/**
 * The sandbox's own switches, under /admin: one credential more, a fault to come, the clock, how long grants last, a
 * revocation, a credential that is disabled. Nothing of the protocol.
 */
const switches: Readonly<Record<string, (state: SandboxState, body: unknown) => Promise<void> | void>> = {
  credentials: async (state, body) => {
    const wanted = plan.parse(body);
    if (!state.users.has(wanted.owner)) state.users.set(wanted.owner, sandboxUser.password);
    await addCredential(state, wanted);
  },
  faults: (state, body) => {
    const { method, kind, times } = fault.parse(body);
    state.faults.set(method, { kind, times });
  },
  clock: (state, body) => {
    state.aheadMs = clock.parse(body).aheadMs;
  },
  grants: (state, body) => {
    state.grantSeconds = grants.parse(body).seconds;
  },
  revocations: (state, body) => {
    const { credential, reason } = revocation.parse(body);
    const held = state.credentials.get(credential);
    if (held) state.pki.revoke(held.serial, undefined, reason);
  },
  enabled: (state, body) => {
    const { credential, enabled } = switching.parse(body);
    const held = state.credentials.get(credential);
    if (held) held.enabled = enabled;
  },
};

/** Turns one switch. @throws CscRefusal for one that is not there */
export async function turn(state: SandboxState, name: string, body: Buffer): Promise<void> {
  const set = switches[name];
  if (!set) throw new CscRefusal(404, 'invalid_request', 'No such switch');
  await set(state, JSON.parse(body.toString('utf8')));
}
