import 'server-only';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { conflict, forbidden, notFound } from '@/lib/domain/errors';
import { mayTouch } from '@/lib/domain/ladder';
import { unchangedSince } from '../companies';
import { findOperator } from './get';

/**
 * The operator that a change is about, held for it, after the ladder has been asked.
 * @throws Failure not_found, conflict (another version, or deleted), forbidden (the ladder)
 */
export async function touchedOperator(db: Database, actor: Actor, id: string, version: number) {
  const seen = await findOperator(db, actor, id);
  if (!seen) throw notFound();
  unchangedSince(version, seen.operator);
  const { role, partnerId, issuerId } = seen.operator;
  const standing = { operatorId: id, role, partnerId, issuerId };
  if (!mayTouch(actor, standing)) throw forbidden();
  // Locked only now: what may be seen but not touched would not be found under a lock.
  const held = await findOperator(db, actor, id, { lock: true });
  if (!held) throw notFound();
  unchangedSince(version, held.operator);
  if (held.operator.status === 'deleted') throw conflict();
  return { operator: held.operator, standing };
}

/** What every entry about an operator says. */
export const aboutOperator = (operator: { id: string; partnerId: string | null; issuerId: string | null }) => ({
  target: { type: 'operator', id: operator.id },
  partnerId: operator.partnerId,
  issuerId: operator.issuerId,
});
