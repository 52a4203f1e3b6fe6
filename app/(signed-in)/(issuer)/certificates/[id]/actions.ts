'use server';

import { action } from '@/lib/actions/action';
import { beginRenewal } from '@/lib/services/certificates/begin';
import { editCertificate } from '@/lib/services/certificates/edit';

/** Begins to renew the access. */
export const renew = action(beginRenewal);

/** Gives it another alias or wallet. */
export const edit = action(editCertificate);
