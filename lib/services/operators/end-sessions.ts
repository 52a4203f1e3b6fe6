import 'server-only';
import { command } from '../define';
import { endSessionsOf } from '../sessions';
import { operatorAct } from './schemas';
import { aboutOperator, touchedOperator } from './touched';

/**
 * Ends the open sessions of an operator; of oneself all but the one at hand.
 * @throws Failure as touchedOperator does
 */
export const endOperatorSessions = command({
  name: 'operators.end_sessions',
  permission: 'operators.edit',
  stepUp: true,
  input: operatorAct,
  async run({ db, actor, input: { id, version }, audit }) {
    const { operator } = await touchedOperator(db, actor, id, version);
    const ended = await endSessionsOf(db, { operatorId: id }, actor.sessionId);
    return audit(
      { ...aboutOperator(operator), before: null, after: { name: operator.name, sessions: ended } },
      { id, ended },
    );
  },
});
