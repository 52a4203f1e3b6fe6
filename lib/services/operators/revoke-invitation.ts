import 'server-only';
import { conflict } from '@/lib/domain/errors';
import { command } from '../define';
import { revokeLinks } from '../links';
import { operatorAct } from './schemas';
import { aboutOperator, touchedOperator } from './touched';

/**
 * Takes an invitation back: its link lets nobody in any more. It can be sent again.
 * @throws Failure as touchedOperator does, and conflict when there is none that is open
 */
export const revokeInvitation = command({
  name: 'operators.revoke_invitation',
  permission: 'operators.edit',
  input: operatorAct,
  async run({ db, actor, input: { id, version }, audit }) {
    const { operator } = await touchedOperator(db, actor, id, version);
    if ((await revokeLinks(db, id, 'activation')) === 0) throw conflict();
    const { name, email } = operator;
    return audit({ ...aboutOperator(operator), before: null, after: { name, email } }, { id });
  },
});
