'use server';

import { action } from '@/lib/actions/action';
import { createAuthority } from '@/lib/services/authorities/save';

/** Makes a certificate authority. */
export const create = action(createAuthority);
