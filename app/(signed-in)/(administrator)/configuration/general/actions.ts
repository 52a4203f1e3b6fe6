'use server';

import { action } from '@/lib/actions/action';
import { enforceSecondFactor } from '@/lib/services/second-factor/enforce';
import { saveBundle as saveOneBundle } from '@/lib/services/subscriptions/save-bundle';

/** Makes or edits a bundle. */
export const saveBundle = action(saveOneBundle);

/** Says which roles must have a second factor. */
export const enforce = action(enforceSecondFactor);
