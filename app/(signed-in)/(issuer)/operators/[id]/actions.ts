'use server';

import { action } from '@/lib/actions/action';
import { changeOperatorStatus } from '@/lib/services/operators/change-status';
import { endOperatorSessions } from '@/lib/services/operators/end-sessions';
import { renameOperator } from '@/lib/services/operators/rename';
import { resendInvitation } from '@/lib/services/operators/resend-invitation';
import { revokeInvitation } from '@/lib/services/operators/revoke-invitation';
import { sendRedefinition } from '@/lib/services/operators/send-redefinition';

/** Suspends, blocks, activates or deletes. */
export const changeStatus = action(changeOperatorStatus);

/** Gives another name. */
export const rename = action(renameOperator);

/** Ends the open sessions. */
export const endSessions = action(endOperatorSessions);

/** Sends the invitation again. */
export const resend = action(resendInvitation);

/** Takes the invitation back. */
export const revoke = action(revokeInvitation);

/** Asks by mail to choose a new password. */
export const redefine = action(sendRedefinition);
