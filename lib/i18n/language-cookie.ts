import { type Language, languageCookie, languageOf } from './language';

type Page = Pick<Document, 'cookie'>;

/** Keeps the choice for a year, in this browser. The next request is answered in it. */
export function rememberLanguage(page: Page, language: Language): void {
  page.cookie = `${languageCookie}=${language}; path=/; max-age=31536000; samesite=lax`;
}

/** The choice kept in this browser, or null. */
export function rememberedLanguage(page: Page): Language | null {
  const pair = page.cookie.split('; ').find((each) => each.startsWith(`${languageCookie}=`));
  return languageOf(pair?.slice(languageCookie.length + 1));
}
