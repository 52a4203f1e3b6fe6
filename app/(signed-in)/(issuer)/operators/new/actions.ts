'use server';

import { action } from '@/lib/actions/action';
import { inviteOperator } from '@/lib/services/operators/invite';

/** Invites an operator. */
export const invite = action(inviteOperator);
