import 'server-only';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { auditAccesses, issuers } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { env } from '@/lib/env';
import { command } from '../define';
import { postMail } from '../mail';
import { accountAt, insertOperator, sendInvitation } from '../operators';
import { accessGrant } from './schemas';

/**
 * Grants an auditor access to an issuer. An existing auditor gains the grant, a new one is invited too: the same answer.
 * When an administrator grants, the issuer is told.
 * @throws Failure invalid (no such issuer, the days are over, the address cannot have it or has it already)
 */
export const grantAccess = command({
  name: 'accesses.grant',
  permission: 'accesses.edit',
  input: accessGrant,
  async run({ db, actor, input, audit }) {
    const { email, from, to, reason } = input;
    if (to < todayIn(env().SIGNSTASH_TIME_ZONE)) throw fault({ to: 'day_over' });
    const issuer = await issuerOf(db, actor, input.issuer);
    if (await isGranted(db, issuer.id, email)) throw fault({ email: 'granted' });
    const account = await accountAt(db, email);
    // Whatever else the address is, the words are the same.
    if (account && (account.role !== 'auditor' || !['active', 'registered'].includes(account.status))) {
      throw fault({ email: 'not_grantable' });
    }
    const auditor =
      account ?? (await insertOperator(db, { ...input, role: 'auditor', partnerId: null, issuerId: null }));
    const id = newId();
    await db.insert(auditAccesses).values({
      id,
      partnerId: issuer.partnerId,
      issuerId: issuer.id,
      auditorId: auditor.id,
      auditorEmail: email,
      validFrom: from,
      validTo: to,
      grantedBy: actor.operatorId,
      reason,
    });
    const whose = { partnerId: issuer.partnerId, issuerId: issuer.id };
    if (account?.status !== 'active') await invite(db, actor, { ...input, id: auditor.id }, whose);
    await tell(db, actor, issuer, input);
    const after = { email, validFrom: from, validTo: to, ...(reason ? { reason } : {}) };
    return audit({ target: { type: 'audit_access', id }, ...whose, before: null, after }, { id });
  },
});

const fault = (fields: Readonly<Record<string, string>>): Failure => new Failure('invalid', 'invalid', fields);

type Whose = { readonly partnerId: string; readonly issuerId: string };
type Given = { readonly email: string; readonly name: string; readonly language: 'pt' | 'en' };

/** The auditor's first link; the grant is there already, which lets an issuer make one for it. */
function invite(db: Database, actor: Actor, auditor: Given & { id: string }, whose: Whose): Promise<string> {
  const account = { ...auditor, role: 'auditor', partnerId: null, issuerId: null, companyName: null } as const;
  return sendInvitation(db, account, actor.operatorId, whose);
}

type Issuer = Awaited<ReturnType<typeof issuerOf>>;

async function issuerOf(db: Database, actor: Actor, code: string) {
  const { id, partnerId, name, email, contact, language, status } = issuers;
  const [issuer] = await db
    .select({ id, partnerId, name, email, contact, language })
    .from(issuers)
    .where(
      and(
        inScope(actor, { partnerId, issuerId: id }),
        actor.issuerId === null ? eq(issuers.code, code) : eq(id, actor.issuerId),
        ne(status, 'deleted'),
        ne(status, 'registered'),
      ),
    );
  if (!issuer) throw fault({ issuer: code === '' ? 'required' : 'company_unknown' });
  return issuer;
}

/** The address has access now, or will have: its last day is moved rather than a second grant made. */
async function isGranted(db: Database, issuerId: string, email: string): Promise<boolean> {
  const [row] = await db
    .select({ id: auditAccesses.id })
    .from(auditAccesses)
    .where(
      and(
        eq(auditAccesses.issuerId, issuerId),
        sql`lower(${auditAccesses.auditorEmail}) = lower(${email})`,
        isNull(auditAccesses.endedAt),
        sql`${auditAccesses.validTo} >= installation_day()`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

type Told = Given & { readonly from: string; readonly to: string; readonly reason: string };

async function tell(db: Database, actor: Actor, issuer: Issuer, given: Told): Promise<void> {
  const { email, name, language, from, to, reason } = given;
  const whose = { partnerId: issuer.partnerId, issuerId: issuer.id };
  await postMail(db, {
    template: 'audit_access_granted',
    to: { address: email, name, language },
    parameters: { name, issuer: issuer.name, from, to, reason },
    ...whose,
  });
  if (actor.role === 'issuer') return;
  await postMail(db, {
    template: 'audit_access_notice',
    to: { address: issuer.email, name: issuer.contact, language: issuer.language },
    parameters: { issuer: issuer.name, auditor: email, from, to, reason },
    ...whose,
  });
}
