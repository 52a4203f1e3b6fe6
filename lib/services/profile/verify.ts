import 'server-only';
import { asMachine } from '@/db/client';
import { noteVerified } from '@/db/gate/second-factors';
import { Failure } from '@/lib/domain/errors';
import { isPasswordOf, takeCode } from '../credentials';
import { command } from '../define';
import { ownProof } from './schemas';

/**
 * Proves again to be the one who signed in, by the password and, where there is one, a code of the second factor. Counts
 * for ten minutes.
 * @throws Failure invalid (password or code)
 */
export const proveOneself = command({
  name: 'profile.verify',
  permission: 'profile.edit',
  input: ownProof,
  async run({ actor, input: { password, code }, audit }) {
    const { operatorId, partnerId, issuerId, sessionId, secondFactor } = actor;
    if (!(await isPasswordOf(operatorId, password))) {
      throw new Failure('invalid', 'invalid', { password: 'password_wrong' });
    }
    if (secondFactor && !(await takeCode(operatorId, code, { counted: true }))) {
      throw new Failure('invalid', 'invalid', { code: 'code_wrong' });
    }
    await asMachine('gate', 'write', (db) => noteVerified(db, sessionId));
    return audit({ target: { type: 'operator', id: operatorId }, partnerId, issuerId, before: null, after: null }, {});
  },
});
