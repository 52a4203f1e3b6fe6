'use server';

import { openAction } from '@/lib/actions/open-action';
import { choosePassword } from '@/lib/auth/links';
import { passwordChoice } from '@/lib/services/credentials/schemas';

/** Sets the first password, by the link of an invitation. */
export const choose = openAction('links.activate', passwordChoice, ({ token, password }, from) =>
  choosePassword(['activation'], token, password, from),
);
