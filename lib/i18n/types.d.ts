import type { LanguageTag } from './language';
import type { en } from './messages/en';

// Makes every message key a type: a wrong key does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof en;
    Locale: LanguageTag;
  }
}
