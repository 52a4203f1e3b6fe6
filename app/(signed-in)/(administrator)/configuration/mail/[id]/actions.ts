'use server';

import { action } from '@/lib/actions/action';
import { resendMail } from '@/lib/services/mail/resend';

/** Sends the mail again. */
export const resend = action(resendMail);
