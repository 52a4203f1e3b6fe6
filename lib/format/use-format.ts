'use client';

import { useLocale, useTimeZone } from 'next-intl';
import { languageOf } from '@/lib/i18n/language';
import { type Formatter, formatter } from './formatter';

/** The formatter of this page: language and zone as the root layout gives them. For client components. */
export function useFormat(): Formatter {
  const timeZone = useTimeZone();
  return formatter(languageOf(useLocale()) ?? 'pt', timeZone ?? 'UTC');
}
