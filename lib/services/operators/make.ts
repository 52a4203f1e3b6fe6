import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { newId } from '@/lib/domain/ids';
import type { Role } from '@/lib/domain/roles';
import { issueLink } from '../links';
import { postMail } from '../mail';

type NewOperator = {
  readonly role: Role;
  readonly partnerId: string | null;
  readonly issuerId: string | null;
  /** Null for who belongs to none. */
  readonly companyName: string | null;
  readonly email: string;
  readonly name: string;
  readonly language: 'pt' | 'en';
};

/** An operator who cannot sign in yet. Only these columns may be written when one is made. */
export async function insertOperator(db: Database, given: Omit<NewOperator, 'companyName'>) {
  const { role, partnerId, issuerId, email, name, language } = given;
  const id = newId();
  await db.execute(sql`
    insert into operators (id, role, partner_id, issuer_id, email, name, status, language)
    values (${id}, ${role}, ${partnerId}, ${issuerId}, ${email}, ${name}, 'registered', ${language})`);
  return { id, partnerId, issuerId };
}

/** An operator with its invitation on the way. @param by who invites */
export async function makeOperator(db: Database, given: NewOperator, by: string) {
  const operator = await insertOperator(db, given);
  await sendInvitation(db, { ...given, ...operator }, by);
  return operator;
}

type Invited = NewOperator & { readonly id: string };

/**
 * Sends an invitation, or sends it again: the link before is worth nothing any more.
 * @returns the id of the link
 * @param whose company the mail is noted with; the operator's own by default
 */
export async function sendInvitation(
  db: Database,
  operator: Invited,
  by: string,
  whose: { partnerId: string | null; issuerId: string | null } = operator,
): Promise<string> {
  const { name, email, language, companyName } = operator;
  const link = await issueLink(db, { kind: 'activation', operator, createdBy: by });
  await postMail(db, {
    template: 'activation',
    to: { address: email, name, language },
    parameters: { name, link, company: companyName ?? 'Sign’Stash' },
    partnerId: whose.partnerId,
    issuerId: whose.issuerId,
  });
  return link;
}
