import { createTranslator } from 'use-intl/core';
import { type Language, tagOf } from './language';
import { en } from './messages/en';
import { pt } from './messages/pt';

const catalogues: Record<Language, typeof en> = { pt, en };

/** Words of a namespace in a language, for what is written outside a request: files, mails. */
export function translator<N extends keyof typeof en>(language: Language, namespace: N) {
  return createTranslator({ locale: tagOf(language), messages: catalogues[language], namespace });
}
