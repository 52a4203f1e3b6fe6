import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Themes } from '@/components/shell/themes';
import { Messages } from '@/lib/i18n/client-messages';
import { href } from '@/lib/paths';
import './globals.css';

export const metadata: Metadata = {
  title: { default: "Sign'Stash Backoffice", template: "%s · Sign'Stash Backoffice" },
  icons: { icon: href('/seal.svg') },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** The nonce comes from middleware.ts, which names it in the content security policy of the same answer. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, nonce] = await Promise.all([getLocale(), headers().then((all) => all.get('x-nonce') ?? '')]);
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <Themes nonce={nonce}>
          <Messages of={[]}>{children}</Messages>
        </Themes>
      </body>
    </html>
  );
}
