'use server';

import { action } from '@/lib/actions/action';
import { changeIssuerStatus } from '@/lib/services/issuers/change-status';
import { editIssuer } from '@/lib/services/issuers/edit';

/** Suspends, blocks, activates or deletes. */
export const changeStatus = action(changeIssuerStatus);

/** Saves contact data, and by rank the name. */
export const edit = action(editIssuer);
