import 'server-only';
import { and, isNull, sql } from 'drizzle-orm';
import { secondFactors } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { conflict, Failure } from '@/lib/domain/errors';
import { unseal } from '@/lib/secrets/envelope';
import { placeOfSecret, stepOf } from '../credentials';
import { command } from '../define';
import { aboutOneself, renewRecoveryCodes, tellOneself } from './oneself';
import { secondFactorCode } from './schemas';

/**
 * Takes the proposed second factor into use, by a code of it. From now on sign-in asks for one.
 * @returns recovery codes, shown once
 * @throws Failure conflict when none is proposed, invalid (the code)
 */
export const confirmSecondFactor = command({
  name: 'second_factor.confirm',
  permission: 'profile.edit',
  input: secondFactorCode,
  async run({ db, actor, input: { code }, audit }) {
    const proposed = and(isOneself(actor, secondFactors.operatorId), isNull(secondFactors.confirmedAt));
    const [factor] = await db.select().from(secondFactors).where(proposed).for('update');
    if (!factor) throw conflict();
    const step = stepOf(unseal(factor.secret, placeOfSecret(actor.operatorId)), code);
    if (step === null) throw new Failure('invalid', 'invalid', { code: 'code_wrong' });
    await db.update(secondFactors).set({ confirmedAt: sql`now()`, lastStep: step }).where(proposed);
    const codes = await renewRecoveryCodes(db, actor);
    await tellOneself(db, actor, 'enrolled');
    return audit({ ...aboutOneself(actor), before: { enrolled: false }, after: { enrolled: true } }, { codes });
  },
});
