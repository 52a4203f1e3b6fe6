'use server';

import { action } from '@/lib/actions/action';
import { changePartnerStatus } from '@/lib/services/partners/change-status';
import { changePartnerType } from '@/lib/services/partners/change-type';
import { editPartner } from '@/lib/services/partners/edit';

/** Suspends, blocks, activates or deletes. */
export const changeStatus = action(changePartnerStatus);

/** Saves contact data, and by rank the name. */
export const edit = action(editPartner);

/** Another type, from a day on. */
export const changeType = action(changePartnerType);
