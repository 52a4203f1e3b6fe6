'use server';

import { action } from '@/lib/actions/action';
import { checkAuthority } from '@/lib/services/authorities/check';
import { changeAuthorityStatus, editAuthority } from '@/lib/services/authorities/save';

/** Asks the authority what it is. */
export const check = action(checkAuthority);

/** Suspends it, or lets it go on. */
export const changeStatus = action(changeAuthorityStatus);

/** Edits it. */
export const edit = action(editAuthority);
