'use client';

import { useLocale } from 'next-intl';
import { languageOf } from '@/lib/i18n/language';
import en from '@/lib/i18n/messages/en/errors.json';
import pt from '@/lib/i18n/messages/pt/errors.json';

/**
 * Words of the error pages. They come with the script, not with each answer: every answer of Next carries its not-found
 * and forbidden pages inside, and their sentences would travel a hundred times for nothing.
 */
export function useErrorWords(): typeof en {
  return languageOf(useLocale()) === 'en' ? en : pt;
}
