import 'server-only';
import { and, eq } from 'drizzle-orm';
import { auditAccesses } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { conflict, notFound } from '@/lib/domain/errors';

/**
 * The grant that a change is about, held for it.
 * @throws Failure not_found, conflict (another version, or ended already)
 */
export async function heldAccess(db: Database, actor: Actor, id: string, version: number) {
  const [access] = await db
    .select()
    .from(auditAccesses)
    .where(and(inScope(actor, auditAccesses), eq(auditAccesses.id, id)))
    .for('update');
  if (!access) throw notFound();
  if (access.version !== version || access.endedAt !== null) throw conflict();
  return access;
}
