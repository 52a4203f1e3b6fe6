import type { Language } from '@/lib/i18n/language';
import { calendarFormats } from './calendar';
import { instantFormats, nameOrder } from './instants';
import { numberFormats } from './numbers';
import { regionFormats } from './regions';

function build(language: Language, timeZone: string) {
  return {
    language,
    timeZone,
    ...numberFormats(language),
    ...calendarFormats(language),
    ...instantFormats(language, timeZone),
    ...regionFormats(language),
    compareNames: nameOrder(language),
  };
}

export type Formatter = ReturnType<typeof build>;

const known = new Map<string, Formatter>();

/**
 * Everything that writes numbers, days and instants, in one language and zone; lib/format is the only place of Intl.
 * Same words on server and in browser. Kept, because an Intl object costs more than a hundred uses of it.
 */
export function formatter(language: Language, timeZone: string): Formatter {
  const key = `${language} ${timeZone}`;
  const found = known.get(key) ?? build(language, timeZone);
  known.set(key, found);
  return found;
}
