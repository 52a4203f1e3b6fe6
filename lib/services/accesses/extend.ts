import 'server-only';
import { eq } from 'drizzle-orm';
import { auditAccesses } from '@/db/schema';
import { todayIn } from '@/lib/clock';
import { Failure } from '@/lib/domain/errors';
import { env } from '@/lib/env';
import { command } from '../define';
import { heldAccess } from './held';
import { accessExtension } from './schemas';

/**
 * Gives a grant another last day; a day before today is no last day, that is what ending is for.
 * @throws Failure as heldAccess does, and invalid (the day)
 */
export const extendAccess = command({
  name: 'accesses.extend',
  permission: 'accesses.edit',
  input: accessExtension,
  async run({ db, actor, input: { id, version, to }, audit }) {
    const access = await heldAccess(db, actor, id, version);
    if (to < access.validFrom) throw new Failure('invalid', 'invalid', { to: 'day_order' });
    if (to < todayIn(env().SIGNSTASH_TIME_ZONE)) throw new Failure('invalid', 'invalid', { to: 'day_over' });
    await db
      .update(auditAccesses)
      .set({ validTo: to, version: version + 1 })
      .where(eq(auditAccesses.id, id));
    const { partnerId, issuerId, auditorEmail: email, validTo } = access;
    return audit(
      {
        target: { type: 'audit_access', id },
        partnerId,
        issuerId,
        before: { email, validTo },
        after: { email, validTo: to },
      },
      { id },
    );
  },
});
