'use client';

import { useTranslations } from 'next-intl';
import type { FailureCode } from '@/lib/domain/errors';

/** Sentences that fit every field, and so do not say which one they are about. */
const general: readonly string[] = [
  ...['invalid', 'required', 'too_long', 'too_short', 'characters', 'choose', 'taken'],
  ...['number', 'at_least', 'at_most', 'address'],
];

/**
 * Sentences of what stops a form. A fault is a key of `forms.errors` with what it names behind a colon
 * (lib/domain/fields.ts); `own` are the form's words for faults of its own.
 */
export function useSentences(own: Readonly<Record<string, string>> = {}) {
  const t = useTranslations('forms');
  const sentenceOf = (fault: string): string => {
    const [key = '', named = ''] = fault.split(':');
    const said = own[key];
    if (said !== undefined) return said;
    const path = `errors.${key}` as 'errors.invalid';
    return t.has(path) ? t(path, { named }) : t('errors.invalid');
  };
  const isGeneral = (fault: string): boolean => {
    const [key = ''] = fault.split(':');
    return own[key] === undefined && (general.includes(key) || !t.has(`errors.${key}` as 'errors.invalid'));
  };
  const titleOf = (code: FailureCode, reference: string | undefined): string =>
    [t(`failures.${code}`), reference ? t('reference', { reference }) : ''].filter(Boolean).join(' ');
  return { t, sentenceOf, isGeneral, titleOf };
}
