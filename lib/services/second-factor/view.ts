import 'server-only';
import { and, count, eq, isNull } from 'drizzle-orm';
import { recoveryCodes, secondFactors, securitySettings } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { query } from '../define';
import { nothing, type SecondFactorView } from './schemas';

/** How one's own second factor stands. */
export const secondFactorView = query({
  name: 'second_factor.view',
  permission: 'profile.view',
  input: nothing,
  async run({ db, actor }): Promise<SecondFactorView> {
    const [[factor], [codes], [settings]] = await Promise.all([
      db
        .select({ confirmed: secondFactors.confirmedAt })
        .from(secondFactors)
        .where(isOneself(actor, secondFactors.operatorId)),
      db
        .select({ left: count() })
        .from(recoveryCodes)
        .where(and(isOneself(actor, recoveryCodes.operatorId), isNull(recoveryCodes.usedAt))),
      db
        .select({ roles: securitySettings.secondFactorRoles })
        .from(securitySettings)
        .where(eq(securitySettings.only, 1)),
    ]);
    return {
      enrolled: Boolean(factor?.confirmed),
      codes: codes?.left ?? 0,
      required: settings?.roles.includes(actor.role) ?? false,
    };
  },
});
