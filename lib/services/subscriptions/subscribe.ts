import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { isUniqueViolation } from '@/db/errors';
import { housePartnerId } from '@/db/house';
import { partners } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { RequestOrigin } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { companyCode } from '../companies';
import { postMail } from '../mail';
import { accountAt } from '../operators';
import { makeIssuer, makePartner } from './make';
import type { IssuerSubscription, PartnerSubscription } from './schemas';

type Given = IssuerSubscription | PartnerSubscription;
type Made = {
  readonly id: string;
  readonly code: string;
  readonly partnerId: string;
  readonly issuerId: string | null;
};

/**
 * Takes the subscription of an issuer, as a guest. One whose company or address is known already changes nothing and is
 * explained by mail alone: the answer is the same.
 * @throws Failure invalid (VAT number, bundle, partner code)
 */
export function subscribeIssuer(given: IssuerSubscription, origin: RequestOrigin): Promise<void> {
  return taken(given, origin, async (db) => {
    const partnerId = given.partner === '' ? housePartnerId : await partnerBy(db, given.partner);
    const { id, code } = await makeIssuer(db, given, partnerId);
    return { id, code, partnerId, issuerId: id };
  });
}

/** Takes the subscription of a partner, as a guest; as `subscribeIssuer`. @throws Failure invalid (the VAT number) */
export function subscribePartner(given: PartnerSubscription, origin: RequestOrigin): Promise<void> {
  return taken(given, origin, async (db) => {
    const { id, code } = await makePartner(db, given);
    return { id, code, partnerId: id, issuerId: null };
  });
}

async function taken(given: Given, origin: RequestOrigin, make: (db: Database) => Promise<Made>): Promise<void> {
  const code = await companyCode(given.country, given.vat);
  try {
    await asMachine('guest', 'write', async (db) => {
      if (await isKnown(db, code, given.operatorEmail)) return tell(db, 'subscription_duplicate', given, code, nobody);
      const made = await make(db);
      const whose = { partnerId: made.partnerId, issuerId: made.issuerId };
      await tell(db, 'subscription_received', given, code, whose);
      await record(db, given, made, origin);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody was faster by a moment.
    await asMachine('guest', 'write', (db) => tell(db, 'subscription_duplicate', given, code, nobody));
  }
}

async function isKnown(db: Database, code: string, email: string): Promise<boolean> {
  const [row] = await db.execute<{ known: boolean }>(sql`select code_taken(${code}) as known`);
  return row?.known === true || (await accountAt(db, email)) !== undefined;
}

const nobody = { partnerId: null, issuerId: null };

async function tell(
  db: Database,
  template: 'subscription_received' | 'subscription_duplicate',
  { name: company, operatorEmail, operatorName, language }: Given,
  code: string,
  whose: { partnerId: string | null; issuerId: string | null },
): Promise<void> {
  const to = { address: operatorEmail, name: operatorName, language };
  await postMail(db, { template, to, parameters: { company, code }, ...whose });
}

function record(db: Database, given: Given, { id, code, partnerId, issuerId }: Made, origin: RequestOrigin) {
  return appendAudit(db, {
    at: new Date(),
    actor: { kind: 'machine', id: 'guest', role: 'guest' },
    action: 'subscription.received',
    target: { type: issuerId === null ? 'partner' : 'issuer', id },
    partnerId,
    issuerId,
    before: null,
    after: { name: given.name, code, operator: given.operatorEmail },
    address: origin.address,
    requestId: origin.id,
  });
}

/** The partner that a code names. @throws Failure invalid when none is there to be subscribed with */
async function partnerBy(db: Database, code: string): Promise<string> {
  const found = await findPartnerByCode(db, code);
  if (!found) throw new Failure('invalid', 'invalid', { partner: 'partner_unknown' });
  return found.id;
}

async function findPartnerByCode(db: Database, code: string) {
  const [row] = await db
    .select({ id: partners.id, name: partners.name, code: partners.code })
    .from(partners)
    .where(
      and(
        eq(partners.code, code.trim().toUpperCase()),
        eq(partners.status, 'active'),
        sql`${partners.type} <> 'HOUSE'`,
      ),
    );
  return row;
}

/** Name and code of the partner that a link names, for the form; null when it cannot be subscribed with. */
export async function partnerOfLink(code: string): Promise<{ name: string; code: string } | null> {
  const found = await asMachine('guest', 'read', (db) => findPartnerByCode(db, code));
  return found ? { name: found.name, code: found.code } : null;
}
