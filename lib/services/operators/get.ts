import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { issuers, links, operators, partners, sessions } from '@/db/schema';
import { operatorsInScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { mayTouch, operatorTransitions } from '@/lib/domain/ladder';
import { query } from '../define';
import { deviceOf, readOpenSessions } from '../sessions';
import type { OperatorDetail } from './schemas';

/**
 * One operator, with the sessions that are open. A malformed id, an absent one and a foreign one are all the same.
 * @throws Failure not_found
 */
export const getOperator = query({
  name: 'operators.get',
  permission: 'operators.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<OperatorDetail> => {
    const row = z.uuid().safeParse(id).success ? await findOperator(db, actor, id) : undefined;
    if (!row) throw notFound();
    const { operator, issuer, partner } = row;
    const standing = {
      operatorId: id,
      role: operator.role,
      partnerId: operator.partnerId,
      issuerId: operator.issuerId,
    };
    const touchable = mayTouch(actor, standing) && operator.status !== 'deleted';
    return {
      id,
      name: operator.name,
      email: operator.email,
      role: operator.role,
      status: operator.status,
      language: operator.language,
      company: companyOf(operator, issuer, partner),
      signedInAt: operator.lastSignInAt?.getTime() ?? null,
      registeredAt: operator.createdAt.getTime(),
      version: operator.version,
      oneself: id === actor.operatorId,
      touchable,
      transitions: operatorTransitions(actor, { ...standing, status: operator.status }),
      invitedUntil: touchable && operator.status === 'registered' ? await invitedUntil(db, id) : null,
      sessions: touchable ? await sessionsOf(db, id) : [],
    };
  },
});

type Named = { id: string; name: string } | null;

function companyOf(
  { issuerId, partnerId }: { issuerId: string | null; partnerId: string | null },
  issuer: Named,
  partner: Named,
): OperatorDetail['company'] {
  if (issuerId !== null && issuer) return { kind: 'issuer', ...issuer };
  return partnerId !== null && partner ? { kind: 'partner', ...partner } : null;
}

/** An operator in scope, or undefined. `lock` holds it for the change that follows. */
export async function findOperator(db: Database, actor: Actor, id: string, { lock = false } = {}) {
  const read = db
    .select({
      operator: shown,
      issuer: { id: issuers.id, name: issuers.name },
      partner: { id: partners.id, name: partners.name },
    })
    .from(operators)
    .leftJoin(issuers, eq(issuers.id, operators.issuerId))
    .leftJoin(partners, eq(partners.id, operators.partnerId))
    .where(and(operatorsInScope(actor, operators), eq(operators.id, id)));
  const [row] = lock ? await read.for('update', { of: operators }) : await read;
  return row;
}

/** All but the hash of the password, which nobody reads but the gate. */
const shown = {
  id: operators.id,
  role: operators.role,
  partnerId: operators.partnerId,
  issuerId: operators.issuerId,
  email: operators.email,
  name: operators.name,
  status: operators.status,
  language: operators.language,
  lastSignInAt: operators.lastSignInAt,
  createdAt: operators.createdAt,
  version: operators.version,
};

async function sessionsOf(db: Database, operatorId: string): Promise<OperatorDetail['sessions']> {
  const open = await readOpenSessions(db, eq(sessions.operatorId, operatorId));
  return open.map(({ userAgent, ...session }) => ({ ...session, device: deviceOf(userAgent) }));
}

async function invitedUntil(db: Database, operatorId: string): Promise<number | null> {
  const [link] = await db
    .select({ until: links.expiresAt })
    .from(links)
    .where(
      and(
        eq(links.operatorId, operatorId),
        eq(links.kind, 'activation'),
        isNull(links.usedAt),
        isNull(links.revokedAt),
        gt(links.expiresAt, sql`now()`),
      ),
    );
  return link?.until.getTime() ?? null;
}
