'use server';

import { openAction } from '@/lib/actions/open-action';
import { limitSubscriptions } from '@/lib/auth/link-limiter';
import { issuerSubscription } from '@/lib/services/subscriptions/schemas';
import { subscribeIssuer } from '@/lib/services/subscriptions/subscribe';

/** Takes the subscription of an issuer. */
export const subscribe = openAction('subscribe.issuer', issuerSubscription, async (given, { origin }) => {
  await limitSubscriptions(given.operatorEmail, origin.address);
  await subscribeIssuer(given, origin);
  return {};
});
