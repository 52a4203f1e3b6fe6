import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { certificateFlows, certificates, wallets } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { Failure, forbidden, notFound } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { command } from '../define';
import { departure, reachableAuthority } from './departure';
import { enrolment, type Onward, renewal } from './schemas';

/**
 * Begins to enrol: keeps what the round trip needs and says where to go. A second press takes the first one's place.
 * @throws Failure invalid (authority, wallet)
 */
export const beginEnrolment = command({
  name: 'certificates.enrol',
  permission: 'certificates.edit',
  stepUp: true,
  input: enrolment,
  async run({ db, actor, input, audit }) {
    const own = ownIssuer(actor);
    const authority = await reachableAuthority(db, input.authority);
    const wallet = await heldWallet(db, actor, input.wallet);
    const open = and(
      eq(certificateFlows.operatorId, actor.operatorId),
      eq(certificateFlows.kind, 'enrol'),
      eq(certificateFlows.authorityId, authority.id),
    );
    const id = await opened(db, actor, authority, open, {
      ...own,
      authorityId: authority.id,
      kind: 'enrol',
      walletId: wallet.id,
      alias: input.alias,
      certificateId: null,
    });
    const after = { name: input.alias === '' ? authority.name : input.alias, authority: authority.name };
    return audit({ target: { type: 'certificate', id: id.id }, ...own, before: null, after }, id);
  },
});

/**
 * Begins to renew the access to a certificate. One renewal at a time: while one is being granted, that one is shown.
 * @throws Failure not_found, invalid (the authority is suspended)
 */
export const beginRenewal = command({
  name: 'certificates.renew',
  permission: 'certificates.edit',
  stepUp: true,
  input: renewal,
  async run({ db, actor, input: { id }, audit }) {
    const own = ownIssuer(actor);
    // Held, so that two who press at once are one after the other.
    const [certificate] = await db
      .select()
      .from(certificates)
      .where(and(inScope(actor, certificates), eq(certificates.id, id)))
      .for('update');
    if (!certificate) throw notFound();
    const authority = await reachableAuthority(db, certificate.authorityId);
    const open = and(eq(certificateFlows.certificateId, id), eq(certificateFlows.kind, 'renew'));
    const onward = await opened(db, actor, authority, open, {
      ...own,
      authorityId: authority.id,
      kind: 'renew',
      walletId: certificate.walletId,
      alias: certificate.alias,
      certificateId: id,
    });
    const after = { alias: certificate.alias, authority: authority.name };
    return audit({ target: { type: 'certificate', id }, ...own, before: null, after }, onward);
  },
});

/** Who enrols is an operator of the issuer; the matrix lets nobody else come this far. */
function ownIssuer({ partnerId, issuerId }: Actor): { partnerId: string; issuerId: string } {
  if (partnerId === null || issuerId === null) throw forbidden();
  return { partnerId, issuerId };
}

async function heldWallet(db: Database, actor: Actor, id: string) {
  const [wallet] = await db
    .select({ id: wallets.id })
    .from(wallets)
    .where(and(inScope(actor, wallets), eq(wallets.id, id)))
    // Held until the enrolment is written: it must not be deleted between.
    .for('update');
  if (!wallet) throw new Failure('invalid', 'invalid', { wallet: 'choose' });
  return wallet;
}

type NewFlow = Pick<
  typeof certificateFlows.$inferInsert,
  'partnerId' | 'issuerId' | 'authorityId' | 'kind' | 'walletId' | 'alias' | 'certificateId'
>;

/** The flow that is open, sent off again; or a new one. One that an authority is being asked for is left alone. */
async function opened(
  db: Database,
  actor: Actor,
  authority: Parameters<typeof departure>[1],
  which: ReturnType<typeof and>,
  flow: NewFlow,
): Promise<Onward> {
  const isOpen = sql`${certificateFlows.step} not in ('granted', 'refused', 'cancelled', 'expired')`;
  const [before] = await db
    .select({ id: certificateFlows.id, step: certificateFlows.step })
    .from(certificateFlows)
    .where(and(inScope(actor, certificateFlows), which, isOpen))
    .for('update');
  if (before && !['consent', 'choice', 'factors', 'credential'].includes(before.step))
    return { id: before.id, url: null };
  const id = before?.id ?? newId();
  const { url, kept } = departure(actor, authority, { id, issuerId: flow.issuerId });
  const who = { operatorId: actor.operatorId, sessionId: actor.sessionId };
  const set = { ...kept, step: 'consent', outcome: null, answer: null, credentialId: null } as const;
  if (before)
    await db
      .update(certificateFlows)
      .set({ ...set, ...who })
      .where(eq(certificateFlows.id, id));
  else await db.insert(certificateFlows).values({ id, ...flow, ...who, ...set });
  return { id, url };
}
