import 'server-only';
import { sql } from 'drizzle-orm';
import { Failure } from '@/lib/domain/errors';
import { hashPassword, isPasswordOf, passwordFault } from '../credentials';
import { command } from '../define';
import { postMail } from '../mail';
import { endSessionsOf } from '../sessions';
import { ownPasswordChange } from './schemas';

/**
 * Gives oneself another password, by the one that is. All other sessions are over; the operator is told by mail.
 * @throws Failure invalid (the old password, the new one), limited
 */
export const changePassword = command({
  name: 'profile.change_password',
  permission: 'profile.edit',
  input: ownPasswordChange,
  async run({ db, actor, input: { current, password }, audit }) {
    const { operatorId, partnerId, issuerId, name, email, language, companyName } = actor;
    if (!(await isPasswordOf(operatorId, current)))
      throw new Failure('invalid', 'invalid', { current: 'password_wrong' });
    const fault =
      current === password ? 'same_password' : await passwordFault(password, [name, email, companyName ?? '']);
    if (fault) throw new Failure('invalid', 'invalid', { password: fault });
    await db.execute(sql`select set_own_password(${await hashPassword(password)})`);
    const ended = await endSessionsOf(db, { operatorId }, actor.sessionId);
    const to = { address: email, name, language };
    const parameters = { name, at: new Date().toISOString() };
    await postMail(db, { template: 'password_changed', to, parameters, partnerId, issuerId });
    const after = { password: 'changed', sessions: ended };
    return audit({ target: { type: 'operator', id: operatorId }, partnerId, issuerId, before: null, after }, { ended });
  },
});
