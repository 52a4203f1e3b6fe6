'use server';

import { openAction } from '@/lib/actions/open-action';
import { choosePassword } from '@/lib/auth/links';
import { passwordChoice } from '@/lib/services/credentials/schemas';

/** Sets a new password, by the link of a mail. */
export const choose = openAction('links.reset', passwordChoice, ({ token, password }, from) =>
  choosePassword(['reset', 'redefinition'], token, password, from),
);
