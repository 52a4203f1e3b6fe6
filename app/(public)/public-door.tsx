import type { ReactNode } from 'react';
import { Door } from '@/components/sign-in/door';
import { environmentBadge } from '@/lib/environment';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';

/** The door around the short forms of whoever has no session. */
export async function PublicDoor({ children }: { children: ReactNode }) {
  const format = await getFormat();
  return (
    <Door today={format.localDay(new Date())} environment={environmentBadge()}>
      <Messages of={['forms', 'account']}>{children}</Messages>
    </Door>
  );
}
