import 'server-only';
import { type Formatter, formatter } from '@/lib/format/formatter';
import type { Language } from '@/lib/i18n/language';
import { translator } from '@/lib/i18n/translator';

/** What a file is written with: its words, those of the vocabulary, and days in the manner of the language. */
export type Words = {
  readonly t: ReturnType<typeof translator<'exportFile'>>;
  readonly v: ReturnType<typeof translator<'vocabulary'>>;
  readonly format: Formatter;
};

export function wordsOf(language: Language, timeZone: string): Words {
  return {
    t: translator(language, 'exportFile'),
    v: translator(language, 'vocabulary'),
    format: formatter(language, timeZone),
  };
}
