import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { housePartnerId } from '@/db/house';
import { clientServices, issuers, operators, partners } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';
import { postMail } from '../mail';
import { sendInvitation } from '../operators';
import { makePrincipal } from '../wallets';

type Company = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly contact: string;
  readonly language: 'pt' | 'en';
  readonly version: number;
};
type Issuer = Company & { readonly partnerId: string; readonly bundle: string };
type PartnerOfIssuer = { readonly code: string; readonly name: string };

/**
 * Lets an issuer begin: active, with the wallet "Principal" and its first client service, which signs from it; its
 * operators get the link to their first password.
 * @returns the alias of the service
 */
export async function activateIssuer(
  db: Database,
  actor: Actor,
  issuer: Issuer,
  partner: PartnerOfIssuer,
): Promise<string> {
  const { id, partnerId, bundle, language, version } = issuer;
  await db
    .update(issuers)
    .set({ status: 'active', version: version + 1, updatedAt: sql`now()` })
    .where(eq(issuers.id, id));
  const direct = partnerId === housePartnerId;
  const alias = `${direct ? 'DIRECT' : partner.code}-${issuer.code}-${randomBytes(3).toString('hex')}`;
  const walletId = await makePrincipal(db, { partnerId, issuerId: id });
  const service = { id: newId(), partnerId, issuerId: id, walletId, alias, name: 'Principal', language, bundle };
  await db.insert(clientServices).values({ ...service, status: 'active' });
  const whose = { partnerId, issuerId: id };
  await tell(db, issuer, whose, { partner: direct ? '' : `${partner.name} (${partner.code})`, alias });
  await inviteAll(db, actor, eq(operators.issuerId, id), issuer.name);
  return alias;
}

/** Lets a partner begin: active, its operators invited. */
export async function activatePartner(db: Database, actor: Actor, partner: Company): Promise<void> {
  await db
    .update(partners)
    .set({ status: 'active', version: partner.version + 1, updatedAt: sql`now()` })
    .where(eq(partners.id, partner.id));
  await tell(db, partner, { partnerId: partner.id, issuerId: null }, { partner: '', alias: '' });
  await inviteAll(
    db,
    actor,
    and(eq(operators.partnerId, partner.id), sql`${operators.issuerId} is null`),
    partner.name,
  );
}

function tell(
  db: Database,
  { name: company, code, email, contact, language }: Company,
  whose: { partnerId: string; issuerId: string | null },
  more: { partner: string; alias: string },
): Promise<string> {
  const to = { address: email, name: contact, language };
  return postMail(db, { template: 'subscription_approved', to, parameters: { company, code, ...more }, ...whose });
}

/** Invitations to those of a company who have none yet. */
async function inviteAll(
  db: Database,
  actor: Actor,
  whose: ReturnType<typeof and>,
  companyName: string,
): Promise<void> {
  const { id, role, partnerId, issuerId, email, name, language } = operators;
  const waiting = await db
    .select({ id, role, partnerId, issuerId, email, name, language })
    .from(operators)
    .where(and(whose, eq(operators.status, 'registered')));
  for (const operator of waiting) await sendInvitation(db, { ...operator, companyName }, actor.operatorId);
}
