'use server';

import { action } from '@/lib/actions/action';
import { createPartner } from '@/lib/services/subscriptions/create';

/** Makes a partner company. */
export const create = action(createPartner);
