import { eq } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { certificateFlows } from '@/db/schema';
import { createAuthority } from '@/lib/services/authorities/save';
import { beginEnrolment, beginRenewal } from '@/lib/services/certificates/begin';
import { chooseCredential, handInFactors } from '@/lib/services/certificates/choose';
import { resumeFlow } from '@/lib/services/certificates/resume';
import { runFlow } from '@/lib/services/certificates/run-flow';
import { runCommand } from '@/lib/services/run';
import { answerPage } from '@/lib/signing/sandbox/person';
import { type Sandbox, startSandbox } from '@/lib/signing/sandbox/sandbox';
import { sandboxClient, sandboxUser, usualCredentials } from '@/lib/signing/sandbox/usual-credentials';
import type { Tenants } from './tenants';

/** A sandbox authority on a port of its own; whoever starts it stops it. */
export const openStage = (): Promise<Sandbox> =>
  startSandbox({
    port: 0,
    credentials: usualCredentials,
    users: { [sandboxUser.name]: sandboxUser.password, nobody: 'nothing' },
    client: sandboxClient,
  });

/** An authority of the product that is this sandbox. @returns its id */
export async function enterAuthority(tenants: Tenants, { state }: Sandbox, more = {}): Promise<string> {
  const administrator = actorOf(tenants.operators.administrator);
  const { id } = await runCommand(administrator, createAuthority, {
    name: `Sandbox ${tenants.issuers.padaria.id}`,
    type: 'csc-v1',
    baseUrl: state.baseUrl,
    oauthUrl: `${state.baseUrl}/oauth2`,
    clientId: sandboxClient.id,
    clientSecret: sandboxClient.secret,
    scopes: 'service',
    timeStampUrl: `${state.baseUrl}/tsa`,
    accessDays: 60,
    accessSignatures: 1_000_000_000,
    warnDays: 7,
    warnPercent: 90,
    ...more,
  });
  return id;
}

/** The operator of `Padaria`, in one session. */
export const bakerOf = (tenants: Tenants) => actorOf(tenants.operators.issuer, { language: 'en' });
type Baker = ReturnType<typeof bakerOf>;

export const flowNow = async (id: string) => {
  const [flow] = await asMachine('system', 'read', (db) =>
    db.select().from(certificateFlows).where(eq(certificateFlows.id, id)),
  );
  if (!flow) throw new Error('no flow');
  return flow;
};

/** Signs in at the authority's page and comes back with what it sent along. */
export async function comeBack(baker: Baker, url: string, more: Record<string, string> = {}): Promise<void> {
  const back = await answerPage(url, { user: sandboxUser.name, password: sandboxUser.password, ...more });
  const { state = '', code = '', error = '' } = Object.fromEntries(back.searchParams);
  await runCommand(baker, resumeFlow, { state, code, error });
}

/** The work of the queue, without its waiting; what would be asked again later is left for later. */
export const work = (id: string): Promise<void> =>
  runFlow(id).catch((error: unknown) => {
    if (!/is not confirmed|by another job/.test(String(error))) throw error;
  });

/** From the first press to the list of credentials. @returns the flow */
export async function begun(baker: Baker, of: { authority: string; wallet: string } | { id: string }): Promise<string> {
  const onward =
    'id' in of
      ? await runCommand(baker, beginRenewal, of)
      : await runCommand(baker, beginEnrolment, { ...of, alias: '' });
  if (onward.url === null) throw new Error('nowhere to go');
  await comeBack(baker, onward.url);
  await work(onward.id);
  return onward.id;
}

/** Chooses, and does what the credential asks for, up to the grant. */
export async function proved(sandbox: Sandbox, baker: Baker, flow: string, credential: string): Promise<void> {
  const { url } = await runCommand(baker, chooseCredential, { flow, credential });
  if (url !== null) {
    const page = await fetch(url);
    await page.arrayBuffer();
    await comeBack(baker, url, { PIN: '1234', OTP: otpOf(sandbox, credential) });
    return work(flow);
  }
  await work(flow);
  if ((await flowNow(flow)).step === 'factors') await handedIn(sandbox, baker, flow, credential);
}

/** Hands in the right PIN and code. */
export async function handedIn(sandbox: Sandbox, baker: Baker, flow: string, credential: string): Promise<void> {
  await runCommand(baker, handInFactors, { flow, pin: '1234', otp: otpOf(sandbox, credential) });
  await work(flow);
}

export const otpOf = ({ state }: Sandbox, credential: string): string => {
  const found = state.credentials.get(credential);
  return found?.otp === 'offline' ? '424242' : (found?.otpSent?.code ?? '');
};

/** Enrols from the first press to the last. @returns the flow and its certificate */
export async function enrolled(
  sandbox: Sandbox,
  baker: Baker,
  of: { authority: string; wallet: string },
  credential: string,
) {
  const flow = await begun(baker, of);
  await proved(sandbox, baker, flow, credential);
  const { certificateId, step } = await flowNow(flow);
  if (certificateId === null) throw new Error(`not granted: ${step}`);
  return { flow, certificateId };
}
