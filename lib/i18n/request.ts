import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { env } from '@/lib/env';
import { type Language, languageCookie, languageOf, preferredLanguage, tagOf } from './language';
import { en } from './messages/en';
import { pt } from './messages/pt';

const catalogues: Record<Language, typeof en> = { pt, en };

/** The language of this request: the cookie, else what the browser asks for. No language in the address. */
async function requestLanguage(): Promise<Language> {
  const chosen = languageOf((await cookies()).get(languageCookie)?.value);
  return chosen ?? preferredLanguage((await headers()).get('accept-language'));
}

export default getRequestConfig(async () => {
  const language = await requestLanguage();
  return { locale: tagOf(language), messages: catalogues[language], timeZone: env().SIGNSTASH_TIME_ZONE };
});
