/** Languages of the backoffice; the cookie of this name holds the choice. The operator's own is copied into it at sign-in. */
export const languages = ['pt', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageCookie = 'locale';

const tags = { pt: 'pt-PT', en: 'en-GB' } as const;

/**
 * The BCP 47 tag that next-intl and Intl work with. The region matters: zero is singular in `pt` (Brazil) and plural
 * in `pt-PT`.
 */
export type LanguageTag = (typeof tags)[Language];

export function tagOf(language: Language): LanguageTag {
  return tags[language];
}

/** `pt` for pt, pt-PT, pt-BR …; `en` for every other tag that starts so; otherwise null. */
export function languageOf(text: string | null | undefined): Language | null {
  const start = text?.trim().slice(0, 2).toLowerCase();
  return languages.find((each) => each === start) ?? null;
}

/** The first language of an Accept-Language header that is ours, by its weights; Portuguese when there is none. */
export function preferredLanguage(header: string | null): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag, ...rest] = part.split(';');
    const weight = Number(
      rest
        .find((each) => each.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return { language: languageOf(tag), weight: Number.isFinite(weight) ? weight : 0 };
  });
  const ours = wishes.filter((each) => each.language !== null && each.weight > 0);
  return ours.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'pt';
}
