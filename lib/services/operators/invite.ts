import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { isUniqueViolation } from '@/db/errors';
import { issuers, partners } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { Failure, forbidden } from '@/lib/domain/errors';
import { mayTouch } from '@/lib/domain/ladder';
import type { Role } from '@/lib/domain/roles';
import { command } from '../define';
import { accountAt } from './account-at';
import { makeOperator } from './make';
import { invitation } from './schemas';
import { aboutOperator } from './touched';

/**
 * Invites somebody: a registered operator with a link to choose the password, which makes it active.
 * @throws Failure forbidden (the ladder), invalid (the company is not there or not open; the address has an account)
 */
export const inviteOperator = command({
  name: 'operators.invite',
  permission: 'operators.invite',
  input: invitation,
  async run({ db, actor, input: { role, company, email, name, language }, audit }) {
    if (!invitedBy(actor.role).includes(role)) throw forbidden();
    const home = await homeOf(db, actor, role, company);
    const standing = { operatorId: '', role, partnerId: home.partnerId, issuerId: home.issuerId };
    if (!mayTouch(actor, standing)) throw forbidden();
    if (await accountAt(db, email)) throw addressTaken();
    const operator = { role, email, name, language, ...home };
    const made = await makeOperator(db, operator, actor.operatorId).catch((error: unknown) => {
      throw isUniqueViolation(error) ? addressTaken() : error;
    });
    const after = { name, email, role, status: 'registered', language };
    return audit({ ...aboutOperator(made), before: null, after }, { id: made.id });
  },
});

/** One's own role and lower ones; an issuer invites auditors by granting them access. */
export function invitedBy(role: Role): readonly Role[] {
  switch (role) {
    case 'administrator':
      return ['administrator', 'partner', 'issuer', 'auditor'];
    case 'partner':
      return ['partner', 'issuer'];
    case 'issuer':
      return ['issuer'];
    case 'auditor':
      return [];
  }
}

/** One person, one account: the same words wherever the account is. */
const addressTaken = (): Failure => new Failure('invalid', 'invalid', { email: 'account_taken' });

type Home = {
  readonly partnerId: string | null;
  readonly issuerId: string | null;
  readonly companyName: string | null;
};

/** Where the invited operator will belong: one's own company, or the one that was named by its code. */
async function homeOf(db: Database, actor: Actor, role: Role, code: string): Promise<Home> {
  if (role !== 'partner' && role !== 'issuer') return { partnerId: null, issuerId: null, companyName: null };
  const found = role === 'partner' ? await partnerBy(db, actor, code) : await issuerBy(db, actor, code);
  if (!found) throw new Failure('invalid', 'invalid', { company: code === '' ? 'required' : 'company_unknown' });
  return found;
}

async function partnerBy(db: Database, actor: Actor, code: string): Promise<Home | undefined> {
  const named = actor.partnerId === null ? eq(partners.code, code) : eq(partners.id, actor.partnerId);
  const [row] = await db
    .select({ partnerId: partners.id, issuerId: sql<null>`null::uuid`, companyName: partners.name })
    .from(partners)
    .where(and(inPartnerScope(actor, partners.id), named, sql`${partners.type} <> 'HOUSE'`, isOpen(partners.status)));
  return row;
}

async function issuerBy(db: Database, actor: Actor, code: string): Promise<Home | undefined> {
  const named = actor.issuerId === null ? eq(issuers.code, code) : eq(issuers.id, actor.issuerId);
  const [row] = await db
    .select({ partnerId: issuers.partnerId, issuerId: issuers.id, companyName: issuers.name })
    .from(issuers)
    .where(and(inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id }), named, isOpen(issuers.status)));
  return row;
}

/** A company whose operators may come in. */
const isOpen = (status: typeof issuers.status | typeof partners.status) => inArray(status, ['active', 'suspended']);
