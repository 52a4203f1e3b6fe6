'use server';

import { action } from '@/lib/actions/action';
import { endAccess } from '@/lib/services/accesses/end';

/** Ends the grant. */
export const end = action(endAccess);
