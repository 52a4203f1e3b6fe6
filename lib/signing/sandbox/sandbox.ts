import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRealInstallation } from '@/lib/env';
import { addCredential } from './issue';
import { type KeptPki, openPki } from './pki/pki';
import { serveSandbox } from './server';
import type { CredentialPlan, KeptAccess, SandboxState } from './state';

export type SandboxPlan = {
  /** 0: any that is free. */
  readonly port: number;
  readonly credentials: readonly CredentialPlan[];
  readonly users: Readonly<Record<string, string>>;
  readonly client: { readonly id: string; readonly secret: string };
  /** What an earlier one knew; certificates name the port, which must then be the same. */
  readonly kept?: Kept;
};

/** What outlives a sandbox, as JSON: keys and certificates, credentials that came later, tokens and grants. */
export type Kept = {
  readonly port: number;
  readonly pki: KeptPki;
  readonly credentials: readonly CredentialPlan[];
  readonly access: KeptAccess;
};

export type Sandbox = { readonly state: SandboxState; kept(): Kept; stop(): Promise<void> };

/** As long as the rule of product.md section 4 asks for. */
const grantSeconds = 60 * 86_400;

/**
 * Starts a certificate authority of our own on the loopback: it speaks the CSC API v1.0.4.0 and its certificates prove
 * nothing to anybody.
 * @throws Error in production: nobody must ever sign an invoice with it
 */
export async function startSandbox({ port, credentials, users, client, kept }: SandboxPlan): Promise<Sandbox> {
  if (isRealInstallation()) throw new Error('The sandbox authority does not start in production.');
  const mutable = { grantSeconds, aheadMs: 0 };
  const { server, baseUrl } = await listening(port, () => state);
  const pki = await openPki({
    baseUrl,
    clock: () => Date.now() + mutable.aheadMs,
    ...(kept ? { kept: kept.pki } : {}),
  });
  const access = kept?.access;
  const state: SandboxState = Object.assign(mutable, {
    baseUrl,
    client,
    users: new Map(Object.entries(users)),
    pki,
    credentials: new Map(),
    codes: new Map(),
    tokens: new Map(access?.tokens),
    refreshTokens: new Map(access?.refreshTokens),
    sads: new Map(access?.sads),
    authorised: new Map(access?.authorised),
    faults: new Map(),
    calls: new Map(),
  });
  for (const plan of [...credentials, ...(kept?.credentials ?? [])]) await addCredential(state, plan);
  return { state, kept: () => keptOf(state), stop: () => stopped(server) };
}

function keptOf({ baseUrl, pki, credentials, tokens, refreshTokens, sads, authorised }: SandboxState): Kept {
  const plans = [...credentials.values()].map(
    ({ serial: _, chain: __, signHash: ___, enabled: ____, wrongPins: _____, otpSent: ______, ...plan }) => plan,
  );
  return {
    port: Number(new URL(baseUrl).port),
    pki: pki.kept(),
    credentials: plans,
    access: {
      tokens: [...tokens],
      refreshTokens: [...refreshTokens],
      sads: [...sads],
      authorised: [...authorised],
    },
  };
}

/** The address is known before the PKI is made, since certificates name it. */
async function listening(port: number, state: () => SandboxState): Promise<{ server: Server; baseUrl: string }> {
  const server = serveSandbox(state);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return { server, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const stopped = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
