import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { en } from './messages/en';

type Namespace = keyof typeof en;

/**
 * Hands the named namespaces, and nothing else, to the client components inside. A bare NextIntlClientProvider would
 * send the whole catalogue with every page. An inner wrapper replaces the outer one: name all that its inside uses.
 */
export async function Messages({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const all = await getMessages();
  const some = Object.fromEntries(of.map((namespace) => [namespace, all[namespace]]));
  return (
    <NextIntlClientProvider messages={some} formats={null}>
      {children}
    </NextIntlClientProvider>
  );
}
