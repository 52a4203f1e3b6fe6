'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import { type Language, languageOf, languages } from '@/lib/i18n/language';
import { rememberLanguage } from '@/lib/i18n/language-cookie';

const names: Record<Language, string> = { pt: 'Português', en: 'English' };

/**
 * Portuguese or English, at once. The cookie decides what the server answers in; `save` also keeps it with the
 * operator, where there is one.
 */
export function LanguageChoice({ label, save }: { label: string; save?: (language: Language) => Promise<unknown> }) {
  const router = useRouter();
  const choose = async (language: Language) => {
    rememberLanguage(document, language);
    await save?.(language);
    router.refresh();
  };
  return (
    <Segmented
      label={label}
      value={languageOf(useLocale())}
      choices={languages.map((language) => ({ value: language, label: language, hint: names[language] }))}
      onChange={(language) => void choose(language)}
    />
  );
}
