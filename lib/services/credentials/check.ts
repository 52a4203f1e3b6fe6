import 'server-only';
import { asMachine } from '@/db/client';
import { findPasswordHash, findSecondFactor, takeRecoveryCode, takeStep } from '@/db/gate/second-factors';
import { Failure } from '@/lib/domain/errors';
import { unseal } from '@/lib/secrets/envelope';
import { counter } from '../counter';
import { verifyPassword } from './password-hash';
import { hashOfRecoveryCode } from './recovery-codes';
import { placeOfSecret, stepOf } from './totp';

/** Wrong passwords and codes of somebody who is signed in: whoever holds a session by theft does not get to guess. */
const wrong = counter('proof', 10, 15 * 60);

/**
 * Whether this is the operator's password. The hash is the gate's to read, whoever asks.
 * @throws Failure limited after ten wrong ones within a quarter of an hour
 */
export async function isPasswordOf(operatorId: string, password: string): Promise<boolean> {
  const before = await wrong.get(operatorId);
  if (before && before.consumedPoints >= 10) throw new Failure('limited');
  const hash = await asMachine('gate', 'read', (db) => findPasswordHash(db, operatorId));
  const matches = await verifyPassword(hash, password);
  if (!matches) await wrong.penalty(operatorId);
  return matches;
}

/**
 * Takes a code of an operator's second factor: of the authenticator, or a recovery code. A code is taken once.
 * @param counted a wrong one counts as a wrong password does; sign-in counts for itself
 * @returns false for a wrong one, one that was taken before, and an operator without a second factor
 */
export async function takeCode(operatorId: string, code: string, { counted = false } = {}): Promise<boolean> {
  const taken = await taking(operatorId, code);
  if (!taken && counted) await wrong.penalty(operatorId);
  return taken;
}

function taking(operatorId: string, code: string): Promise<boolean> {
  const typed = code.replaceAll(/\s/g, '');
  return asMachine('gate', 'write', async (db) => {
    const sealed = await findSecondFactor(db, operatorId);
    if (!sealed) return false;
    if (!/^\d{6}$/.test(typed)) return takeRecoveryCode(db, operatorId, hashOfRecoveryCode(typed));
    const step = stepOf(unseal(sealed, placeOfSecret(operatorId)), typed);
    return step !== null && takeStep(db, operatorId, step);
  });
}
