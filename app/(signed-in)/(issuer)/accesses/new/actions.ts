'use server';

import { action } from '@/lib/actions/action';
import { grantAccess } from '@/lib/services/accesses/grant';

/** Grants an auditor access to an issuer. */
export const grant = action(grantAccess);
