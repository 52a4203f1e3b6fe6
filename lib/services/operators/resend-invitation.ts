import 'server-only';
import { conflict } from '@/lib/domain/errors';
import { command } from '../define';
import { findOperator } from './get';
import { sendInvitation } from './make';
import { operatorAct } from './schemas';
import { aboutOperator, touchedOperator } from './touched';

/**
 * Sends the invitation of an operator again, with another link.
 * @throws Failure as touchedOperator does, and conflict when it is not only invited any more
 */
export const resendInvitation = command({
  name: 'operators.resend_invitation',
  permission: 'operators.edit',
  input: operatorAct,
  async run({ db, actor, input: { id, version }, audit }) {
    const { operator } = await touchedOperator(db, actor, id, version);
    if (operator.status !== 'registered') throw conflict();
    const row = await findOperator(db, actor, id);
    const companyName = row?.issuer?.name ?? row?.partner?.name ?? null;
    await sendInvitation(db, { ...operator, companyName }, actor.operatorId);
    const { name, email } = operator;
    return audit({ ...aboutOperator(operator), before: null, after: { name, email } }, { id });
  },
});
