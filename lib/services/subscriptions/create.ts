import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { isUniqueViolation } from '@/db/errors';
import { housePartnerId } from '@/db/house';
import { partners } from '@/db/schema';
import { inPartnerScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { companyCode } from '../companies';
import { command } from '../define';
import { accountAt } from '../operators';
import { activateIssuer, activatePartner } from './activate';
import { makeIssuer, makePartner } from './make';
import { type IssuerSubscription, issuerSubscription, type PartnerSubscription, partnerSubscription } from './schemas';

/**
 * Makes an issuer, by the same path as one that subscribes; active at once where the actor could approve it, pending
 * validation otherwise.
 * @throws Failure invalid (VAT number or address that is taken, bundle, partner)
 */
export const createIssuer = command({
  name: 'issuers.create',
  permission: 'issuers.create',
  input: issuerSubscription,
  async run({ db, actor, input, audit }) {
    await untaken(db, input);
    const partner = await partnerFor(db, actor, input.partner);
    const issuer = await makeIssuer(db, input, partner.id).catch(fasterOther);
    const decides = actor.role === 'administrator' || partner.type === 'RESELLER';
    if (decides) await activateIssuer(db, actor, { ...issuer, version: 1 }, partner);
    const after = {
      name: issuer.name,
      code: issuer.code,
      operator: input.operatorEmail,
      status: decides ? 'active' : 'registered',
    };
    const target = { type: 'issuer', id: issuer.id };
    return audit({ target, partnerId: partner.id, issuerId: issuer.id, before: null, after }, { id: issuer.id });
  },
});

/** Makes a partner company, active at once. @throws Failure invalid (VAT number or address that is taken) */
export const createPartner = command({
  name: 'partners.create',
  permission: 'partners.create',
  input: partnerSubscription,
  async run({ db, actor, input, audit }) {
    await untaken(db, input);
    const partner = await makePartner(db, input).catch(fasterOther);
    await activatePartner(db, actor, { ...partner, version: 1 });
    const after = { name: partner.name, code: partner.code, operator: input.operatorEmail, status: 'active' };
    const target = { type: 'partner', id: partner.id };
    return audit({ target, partnerId: partner.id, issuerId: null, before: null, after }, { id: partner.id });
  },
});

/** The same words wherever the other one is. @throws Failure invalid */
async function untaken(db: Database, given: IssuerSubscription | PartnerSubscription): Promise<void> {
  const code = await companyCode(given.country, given.vat);
  const [row] = await db.execute<{ taken: boolean }>(sql`select code_taken(${code}) as taken`);
  if (row?.taken) throw new Failure('invalid', 'invalid', { vat: 'company_taken' });
  if (await accountAt(db, given.operatorEmail))
    throw new Failure('invalid', 'invalid', { operatorEmail: 'account_taken' });
}

/** @throws Failure invalid when somebody was faster by a moment */
function fasterOther(error: unknown): never {
  throw isUniqueViolation(error) ? new Failure('invalid', 'invalid', { vat: 'company_taken' }) : error;
}

/** A partner's own company; for an administrator the one that the code names, or the house for a direct issuer. */
async function partnerFor(db: Database, actor: Actor, code: string) {
  const named =
    actor.partnerId === null
      ? code === ''
        ? eq(partners.id, housePartnerId)
        : and(eq(partners.code, code.trim().toUpperCase()), ne(partners.type, 'HOUSE'))
      : eq(partners.id, actor.partnerId);
  const { id, name, type, status } = partners;
  const [row] = await db
    .select({ id, name, type, code: partners.code })
    .from(partners)
    .where(and(inPartnerScope(actor, id), named, eq(status, 'active')));
  if (!row) throw new Failure('invalid', 'invalid', { partner: 'partner_unknown' });
  return row;
}
