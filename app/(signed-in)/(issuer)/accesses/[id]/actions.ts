'use server';

import { action } from '@/lib/actions/action';
import { endAccess } from '@/lib/services/accesses/end';
import { extendAccess } from '@/lib/services/accesses/extend';

/** Ends the grant. */
export const end = action(endAccess);

/** Gives it another last day. */
export const extend = action(extendAccess);
