import { eq, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { authorities, certificateFlows, certificateGrants, certificates, operators, wallets } from '@/db/schema';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { createAuthority, runCheck } from '@/lib/services/authorities';
import { beginEnrolment } from '@/lib/services/certificates/begin';
import { chooseCredential, handInFactors } from '@/lib/services/certificates/choose';
import { resumeFlow } from '@/lib/services/certificates/resume';
import { runFlow } from '@/lib/services/certificates/run-flow';
import { runCommand } from '@/lib/services/run';
import { offlineOtp } from '@/lib/signing/sandbox/authorisation';
import { answerPage } from '@/lib/signing/sandbox/person';
import type { CredentialPlan } from '@/lib/signing/sandbox/state';
import { sandboxClient, sandboxUser } from '@/lib/signing/sandbox/usual-credentials';

const dayMs = 86_400_000;

/**
 * Enters the sandbox authority into the demonstration and enrols certificates there, by the very verbs that people use.
 * A demonstration that has an authority is left as it is.
 */
export async function enrolDemo(sandbox: string): Promise<void> {
  const [there] = await asMachine('system', 'read', (db) =>
    db.select({ id: authorities.id }).from(authorities).limit(1),
  );
  if (there) return;
  const authority = await enterSandbox(sandbox);
  const enrol = (email: string, credential: string, user: string, alias: string) =>
    enrolled(authority, { email, credential, user, alias });
  await enrol('issuer@demo.test', 'seal-token', sandboxUser.name, ending);
  await enrol('issuer@demo.test', 'seal-ec', sandboxUser.name, 'Selo EC');
  await enrol('issuer2@demo.test', await newSeal(sandbox, 'seal-issuer2', 'issuer2'), 'issuer2', 'Selo');
  await enrol('issuer3@demo.test', await newSeal(sandbox, 'seal-issuer3', 'issuer3'), 'issuer3', ended);
}

const ending = 'Selo principal';
const ended = 'Selo direto';

/** Lets time go by: of the certificates one access is about to end, one is fresh, one has ended. */
export async function ageDemo(): Promise<void> {
  await age(ending, 55);
  await age(ended, 61);
}

async function enterSandbox(sandbox: string): Promise<string> {
  const { id } = await runCommand(await accountOf('admin@demo.test'), createAuthority, {
    name: 'Sandbox CA',
    type: 'csc-v1',
    baseUrl: sandbox,
    oauthUrl: '',
    clientId: sandboxClient.id,
    clientSecret: sandboxClient.secret,
    scopes: 'service',
    timeStampUrl: `${sandbox}/tsa`,
    accessDays: 60,
    accessSignatures: 1_000_000_000,
    warnDays: 7,
    warnPercent: 90,
  });
  await runCheck(id);
  return id;
}

async function accountOf(email: string): Promise<Actor> {
  const [row] = await asMachine('system', 'read', (db) =>
    db.select().from(operators).where(eq(operators.email, email)),
  );
  if (!row) throw new Error(`There is no account ${email}: seed the demonstration first.`);
  const { id: operatorId, role, partnerId, issuerId, name, email: address, language, theme } = row;
  return {
    ...{ operatorId, role, partnerId, issuerId, name, email: address, language, theme },
    sessionId: newId(),
    issuerIds: [],
    scope: { issuers: null, until: null },
    readOnly: false,
    verifiedAt: Date.now(),
    mustEnrol: false,
    secondFactor: false,
    companyName: null,
    request: { id: newId(), address: '127.0.0.1' },
  };
}

/** One credential more at the sandbox, of an account of its own. */
async function newSeal(sandbox: string, id: string, owner: string): Promise<string> {
  const plan: CredentialPlan = {
    ...{ id, owner, commonName: `Demo seal ${owner}`, organisation: 'Demo, Lda.', vat: 'PT-500100144' },
    ...{ keyAlgorithm: 'ECDSA', authMode: 'explicit', scal: '1', multisign: 100, pin: '1234', otp: 'offline' },
    validForDays: 700,
  };
  const answer = await fetch(`${sandbox}/admin/credentials`, { method: 'POST', body: JSON.stringify(plan) });
  if (!answer.ok) throw new Error(`The sandbox made no credential: ${answer.status}`);
  return id;
}

type Enrolment = { readonly email: string; readonly credential: string; readonly user: string; readonly alias: string };

/** From the first press to the grant. @returns the certificate */
async function enrolled(authority: string, { email, credential, user, alias }: Enrolment): Promise<string> {
  const actor = await accountOf(email);
  const [wallet] = await asMachine('system', 'read', (db) =>
    db
      .select({ id: wallets.id })
      .from(wallets)
      .where(eq(wallets.issuerId, actor.issuerId ?? '')),
  );
  const { id: flow, url } = await runCommand(actor, beginEnrolment, { authority, wallet: wallet?.id ?? '', alias });
  const back = await answerPage(url ?? '', { user, password: sandboxUser.password });
  const { state, code } = Object.fromEntries(back.searchParams);
  await runCommand(actor, resumeFlow, { state, code });
  await runFlow(flow);
  await runCommand(actor, chooseCredential, { flow, credential });
  await runFlow(flow);
  await runCommand(actor, handInFactors, { flow, pin: '1234', otp: offlineOtp });
  await runFlow(flow);
  const [ended] = await asMachine('system', 'read', (db) =>
    db
      .select({ step: certificateFlows.step, outcome: certificateFlows.outcome, id: certificateFlows.certificateId })
      .from(certificateFlows)
      .where(eq(certificateFlows.id, flow)),
  );
  if (!ended?.id) throw new Error(`${credential} was not granted: ${ended?.step} ${ended?.outcome}`);
  return ended.id;
}

/** Lets an access have begun so many days ago; one that did is left as it is. */
async function age(alias: string, days: number): Promise<void> {
  const back = sql`${days}::int * interval '1 day'`;
  await asMachine('system', 'write', async (db) => {
    const aged = await db
      .update(certificateGrants)
      .set({
        grantedAt: sql`granted_at - ${back}`,
        expiresAt: new Date(Date.now() + (60 - days) * dayMs),
        taken: sql`taken + 23_907`,
      })
      .where(
        sql`certificate_id in (select id from certificates where alias = ${alias}) and granted_at > now() - interval '30 days'
          and replaced_at is null`,
      )
      .returning({ certificate: certificateGrants.certificateId });
    for (const { certificate } of aged)
      await db
        .update(certificates)
        .set({ createdAt: sql`created_at - ${back}` })
        .where(eq(certificates.id, certificate));
  });
}
