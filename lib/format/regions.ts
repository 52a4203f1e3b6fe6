import { type Language, tagOf } from '@/lib/i18n/language';

/** Names of countries in one language; `code` is ISO 3166-1 alpha-2. */
export function regionFormats(language: Language) {
  const names = new Intl.DisplayNames(tagOf(language), { type: 'region' });
  return { country: (code: string): string => names.of(code) ?? code };
}
