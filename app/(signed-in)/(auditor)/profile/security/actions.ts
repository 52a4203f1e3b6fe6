'use server';

import { action } from '@/lib/actions/action';
import { changePassword as changeOwnPassword } from '@/lib/services/profile/change-password';
import { endOwnSessions } from '@/lib/services/profile/sessions';
import { proveOneself } from '@/lib/services/profile/verify';
import { beginSecondFactor } from '@/lib/services/second-factor/begin';
import { confirmSecondFactor } from '@/lib/services/second-factor/confirm';
import { removeSecondFactor } from '@/lib/services/second-factor/remove';
import { renewCodes as renewOwnCodes } from '@/lib/services/second-factor/renew-codes';

/** Gives oneself another password. */
export const changePassword = action(changeOwnPassword);

/** Ends one of one's sessions, or all others. */
export const endSession = action(endOwnSessions);

/** Proves again to be the one who signed in. */
export const prove = action(proveOneself);

/** Proposes a second factor. */
export const begin = action(beginSecondFactor);

/** Takes the proposed one into use. */
export const confirm = action(confirmSecondFactor);

/** Removes it. */
export const remove = action(removeSecondFactor);

/** Makes new recovery codes. */
export const renewCodes = action(renewOwnCodes);
