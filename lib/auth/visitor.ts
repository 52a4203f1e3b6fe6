import 'server-only';
import { cookies, headers } from 'next/headers';
import { type Language, languageCookie } from '@/lib/i18n/language';
import type { Visitor } from './request-origin';
import { requestOrigin } from './request-origin';
import { hasSecureCookies } from './settings';

/** Who is at the door: address, request id, browser. */
export async function visitor(): Promise<Visitor> {
  const userAgent = (await headers()).get('user-agent') ?? '';
  return { origin: await requestOrigin(), userAgent: userAgent.slice(0, 400) };
}

const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps an operator's language with the browser, where the pages look for it. Scripts may read it: it is no secret. */
export async function rememberLanguage(language: Language): Promise<void> {
  const options = { path: '/', maxAge: yearInSeconds, sameSite: 'lax', secure: hasSecureCookies() } as const;
  (await cookies()).set(languageCookie, language, options);
}
