'use server';

import { action } from '@/lib/actions/action';
import { resumeFlow } from '@/lib/services/certificates/resume';

/** Takes what the authority's page sent back. */
export const resume = action(resumeFlow);
