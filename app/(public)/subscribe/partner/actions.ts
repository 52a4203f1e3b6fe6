'use server';

import { openAction } from '@/lib/actions/open-action';
import { limitSubscriptions } from '@/lib/auth/link-limiter';
import { partnerSubscription } from '@/lib/services/subscriptions/schemas';
import { subscribePartner } from '@/lib/services/subscriptions/subscribe';

/** Takes the subscription of a partner. */
export const subscribe = openAction('subscribe.partner', partnerSubscription, async (given, { origin }) => {
  await limitSubscriptions(given.operatorEmail, origin.address);
  await subscribePartner(given, origin);
  return {};
});
