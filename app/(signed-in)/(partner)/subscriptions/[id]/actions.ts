'use server';

import { action } from '@/lib/actions/action';
import { approveSubscription } from '@/lib/services/subscriptions/approve';
import { rejectSubscription } from '@/lib/services/subscriptions/reject';

/** Approves. */
export const approve = action(approveSubscription);

/** Rejects, with a reason. */
export const reject = action(rejectSubscription);
