'use server';

import { action } from '@/lib/actions/action';
import { cancelFlow, chooseCredential, handInFactors, sendCode } from '@/lib/services/certificates/choose';

/** Chooses the credential. */
export const choose = action(chooseCredential);

/** Hands in PIN and code. */
export const prove = action(handInFactors);

/** Has another code sent. */
export const resend = action(sendCode);

/** Gives up. */
export const giveUp = action(cancelFlow);
