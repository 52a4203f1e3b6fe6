'use server';

import { openAction } from '@/lib/actions/open-action';
import { askForLink } from '@/lib/auth/links';
import { linkRequest } from '@/lib/services/credentials/schemas';

/** Asks for a link to an address; the answer is the same whether or not there is an account. */
export const ask = openAction('links.ask', linkRequest, async ({ email }, from) => {
  await askForLink(email, from);
  return {};
});
