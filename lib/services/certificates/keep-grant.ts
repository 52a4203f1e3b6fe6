import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { certificateFlows, certificateGrants, certificates } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { AccessRule } from '@/lib/domain/certificate';
import { newId } from '@/lib/domain/ids';
import type { Credential } from '@/lib/signing/port';
import type { OpenAuthority } from '../authorities';
import { readChain } from './chain-facts';
import { type Access, sealedGrant } from './flow-secrets';
import { emptied, type Flow } from './settle';

const dayMs = 86_400_000;

/** The test took one of them. */
const tried = 1;

/**
 * Puts a tried grant in force, in one transaction: the certificate (of an enrolment a new one), the grant, the end of
 * the one before, the wallet's current certificate, and the entry in the log.
 */
export function keepGrant(flow: Flow, authority: OpenAuthority, credential: Credential, access: Access): Promise<void> {
  return asMachine('system', 'write', async (db) => {
    const held = await db
      .select({ step: certificateFlows.step })
      .from(certificateFlows)
      .where(and(eq(certificateFlows.id, flow.id), eq(certificateFlows.step, flow.step)))
      .for('update');
    if (held.length === 0) return;
    const now = new Date();
    const certificateId = flow.certificateId ?? newId();
    const facts = factsOf(credential);
    const alias = flow.alias === '' ? facts.commonName : flow.alias;
    if (flow.certificateId === null) await enrolled(db, flow, { id: certificateId, alias, ...facts });
    const grantId = newId();
    await db
      .update(certificateGrants)
      .set({ replacedAt: now, access: null })
      .where(and(eq(certificateGrants.certificateId, certificateId), isNull(certificateGrants.replacedAt)));
    await db.insert(certificateGrants).values({
      id: grantId,
      partnerId: flow.partnerId,
      issuerId: flow.issuerId,
      certificateId,
      grantedBy: flow.operatorId,
      grantedAt: now,
      expiresAt: endOf(authority.rule, access, now),
      signatureLimit: authority.rule.signatures,
      taken: tried,
      access: sealedGrant({ id: grantId, issuerId: flow.issuerId }, access),
    });
    await db
      .update(certificates)
      .set({ ...facts, grantId, version: sql`${certificates.version} + 1`, updatedAt: sql`now()` })
      .where(eq(certificates.id, certificateId));
    if (flow.kind === 'enrol') await takeOver(db, flow.walletId, certificateId);
    await db
      .update(certificateFlows)
      .set({ ...emptied, step: 'granted', outcome: null, certificateId, alias, updatedAt: sql`now()` })
      .where(eq(certificateFlows.id, flow.id));
    await record(db, flow, { certificateId, alias, authority: authority.name });
  });
}

/** The rule of the authority, unless what it granted ends before. */
const endOf = ({ days }: AccessRule, { sadExpiresAt }: Access, now: Date): Date =>
  new Date(Math.min(now.getTime() + days * dayMs, sadExpiresAt));

function factsOf({ keyAlgorithm, keyLength, scal, multisign, authMode, chain, status }: Credential) {
  return {
    ...readChain(chain),
    ...{ keyAlgorithm, keyLength, scal, multisign, authMode },
    chain: chain.map((each) => Buffer.from(each)),
    ...(status === 'valid' ? { revocation: 'unknown' as const } : {}),
  };
}

type Enrolled = ReturnType<typeof factsOf> & { readonly id: string; readonly alias: string };

async function enrolled(db: Database, flow: Flow, { id, alias, ...facts }: Enrolled): Promise<void> {
  const { partnerId, issuerId, authorityId, walletId, credentialId } = flow;
  if (credentialId === null) throw new Error('A flow that was granted without a credential.');
  await db
    .insert(certificates)
    .values({ id, alias, ...facts, ...{ partnerId, issuerId, authorityId, walletId, credentialId } });
}

/**
 * A new certificate is the current one of its wallet where there was none, or where the one before is of the same
 * subject and ends sooner, or no longer signs: the services go on without a change.
 */
async function takeOver(db: Database, walletId: string, certificateId: string): Promise<void> {
  await db.execute(sql`
    update wallets w set current_id = n.id, version = w.version + 1, updated_at = now()
    from certificates n left join certificates c on c.wallet_id = n.wallet_id
      and c.id = (select current_id from wallets where id = ${walletId}::uuid)
    where w.id = ${walletId}::uuid and n.id = ${certificateId}::uuid and (c.id is null or c.valid_to <= now()
      or c.revocation = 'revoked' or (c.common_name = n.common_name and c.valid_to < n.valid_to))`);
}

/** The job ends what an operator began; the entry names the service's own hand. */
const record = (
  db: Database,
  { kind, partnerId, issuerId, id }: Flow,
  { certificateId, alias, authority }: { certificateId: string; alias: string; authority: string },
): Promise<void> =>
  appendAudit(db, {
    at: new Date(),
    actor: { kind: 'machine', id: 'certificate_flow', role: 'system' },
    action: kind === 'enrol' ? 'certificate_enrolled' : 'certificate_renewed',
    target: { type: 'certificate', id: certificateId },
    partnerId,
    issuerId,
    before: null,
    after: { alias, authority },
    address: '',
    requestId: id,
  });
