'use server';

import { action } from '@/lib/actions/action';
import { changeOperatorStatus } from '@/lib/services/operators/change-status';
import { endOperatorSessions } from '@/lib/services/operators/end-sessions';
import { renameOperator } from '@/lib/services/operators/rename';

/** Suspends, blocks, activates or deletes. */
export const changeStatus = action(changeOperatorStatus);

/** Gives another name. */
export const rename = action(renameOperator);

/** Ends the open sessions. */
export const endSessions = action(endOperatorSessions);
