import type { CredentialPlan, SandboxState } from './state';

const dayMs = 86_400_000;

/** Makes a credential with key and certificate; one that is there already stays as it is. */
export async function addCredential(
  { pki, credentials }: Pick<SandboxState, 'pki' | 'credentials'>,
  plan: CredentialPlan,
): Promise<void> {
  if (credentials.has(plan.id)) return;
  const notAfter = new Date(Date.now() + plan.validForDays * dayMs);
  const notBefore = new Date(Math.min(Date.now(), notAfter.getTime()) - 365 * dayMs);
  const { serial, chain, signHash } = await pki.seal({ name: plan.id, ...plan, notBefore, notAfter });
  const signing = async (...given: Parameters<typeof signHash>) => signHash(...given);
  credentials.set(plan.id, { ...plan, serial, chain, signHash: signing, enabled: true, wrongPins: 0, otpSent: null });
}
