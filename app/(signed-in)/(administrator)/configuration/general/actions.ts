'use server';

import { action } from '@/lib/actions/action';
import { enforceSecondFactor } from '@/lib/services/second-factor/enforce';

/** Says which roles must have a second factor. */
export const enforce = action(enforceSecondFactor);
