'use server';

import { action } from '@/lib/actions/action';
import { beginEnrolment } from '@/lib/services/certificates/begin';

/** Begins to enrol a certificate. */
export const enrol = action(beginEnrolment);
