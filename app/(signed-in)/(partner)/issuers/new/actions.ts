'use server';

import { action } from '@/lib/actions/action';
import { createIssuer } from '@/lib/services/subscriptions/create';

/** Makes an issuer. */
export const create = action(createIssuer);
