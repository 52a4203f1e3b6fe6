import 'server-only';
import { and, isNotNull } from 'drizzle-orm';
import { secondFactors } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { conflict } from '@/lib/domain/errors';
import { command } from '../define';
import { aboutOneself, renewRecoveryCodes, tellOneself } from './oneself';
import { nothing } from './schemas';

/** Makes new recovery codes; those before are worth nothing. @throws Failure conflict without a second factor */
export const renewCodes = command({
  name: 'second_factor.renew_codes',
  permission: 'profile.edit',
  stepUp: true,
  input: nothing,
  async run({ db, actor, audit }) {
    const confirmed = and(isOneself(actor, secondFactors.operatorId), isNotNull(secondFactors.confirmedAt));
    const [factor] = await db.select().from(secondFactors).where(confirmed).for('update');
    if (!factor) throw conflict();
    const codes = await renewRecoveryCodes(db, actor);
    await tellOneself(db, actor, 'codes');
    return audit({ ...aboutOneself(actor), before: null, after: null }, { codes });
  },
});
