'use client';

import { NextIntlClientProvider, useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { type Language, languageOf } from './language';
import type { en } from './messages/en';

/**
 * Words that come with script which is loaded late, so that no page carries them: a dialog imports its catalogue in both
 * languages and hands them here. They replace those of the page for what is inside.
 */
export function LateMessages({
  of,
  children,
}: {
  of: Readonly<Record<Language, Partial<typeof en>>>;
  children: ReactNode;
}) {
  const locale = useLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={of[languageOf(locale) ?? 'pt']}>
      {children}
    </NextIntlClientProvider>
  );
}
