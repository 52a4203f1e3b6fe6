import { getLocale, getTimeZone } from 'next-intl/server';
import { languageOf } from '@/lib/i18n/language';
import { type Formatter, formatter } from './formatter';

/** The formatter of this request: its language, the installation's zone. For server components. */
export async function getFormat(): Promise<Formatter> {
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()]);
  return formatter(languageOf(locale) ?? 'pt', timeZone);
}
