import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { recoveryCodes, secondFactors, securitySettings } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { conflict, Failure } from '@/lib/domain/errors';
import { command } from '../define';
import { aboutOneself, tellOneself } from './oneself';
import { nothing } from './schemas';

/** Removes one's second factor. @throws Failure conflict without one, invalid when the role must have it */
export const removeSecondFactor = command({
  name: 'second_factor.remove',
  permission: 'profile.edit',
  stepUp: true,
  input: nothing,
  async run({ db, actor, audit }) {
    const own = isOneself(actor, secondFactors.operatorId);
    const [factor] = await db
      .select()
      .from(secondFactors)
      .where(and(own, isNotNull(secondFactors.confirmedAt)))
      .for('update');
    if (!factor) throw conflict();
    const [settings] = await db.select().from(securitySettings).where(eq(securitySettings.only, 1));
    if (settings?.secondFactorRoles.includes(actor.role)) {
      throw new Failure('invalid', 'invalid', { form: 'second_factor_required' });
    }
    await db.delete(secondFactors).where(own);
    await db.delete(recoveryCodes).where(isOneself(actor, recoveryCodes.operatorId));
    await tellOneself(db, actor, 'removed');
    return audit({ ...aboutOneself(actor), before: { enrolled: true }, after: { enrolled: false } }, {});
  },
});
