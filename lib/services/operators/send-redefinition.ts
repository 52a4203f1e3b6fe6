import 'server-only';
import { conflict } from '@/lib/domain/errors';
import { command } from '../define';
import { issueLink } from '../links';
import { postMail } from '../mail';
import { operatorAct } from './schemas';
import { aboutOperator, touchedOperator } from './touched';

/**
 * Asks an operator by mail to choose a new password. Whoever asks never sees or sets it.
 * @throws Failure as touchedOperator does, and conflict when it is not active
 */
export const sendRedefinition = command({
  name: 'operators.send_redefinition',
  permission: 'operators.edit',
  stepUp: true,
  input: operatorAct,
  async run({ db, actor, input: { id, version }, audit }) {
    const { operator } = await touchedOperator(db, actor, id, version);
    if (operator.status !== 'active') throw conflict();
    const { name, email, language, partnerId, issuerId } = operator;
    const link = await issueLink(db, { kind: 'redefinition', operator, createdBy: actor.operatorId });
    await postMail(db, {
      template: 'redefinition',
      to: { address: email, name, language },
      parameters: { name, link },
      partnerId,
      issuerId,
    });
    return audit({ ...aboutOperator(operator), before: null, after: { name, email } }, { id });
  },
});
