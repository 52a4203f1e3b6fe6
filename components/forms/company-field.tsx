'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { href, paths } from '@/lib/paths';
import { TextField } from './fields';

type Suggestion = { readonly code: string; readonly name: string };
const quietMs = 200;

/** A company by its code; while one types a name or a code, those of `list` that fit are offered. */
export function CompanyField({ name, label, list }: { name: string; label: string; list: 'issuers' | 'partners' }) {
  const t = useTranslations('forms');
  const id = useId();
  const [typed, setTyped] = useState('');
  const offered = useSuggestions(list, typed);
  return (
    <>
      <TextField
        name={name}
        label={label}
        help={t('companyHelp')}
        list={id}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={id}>
        {offered.map(({ code, name: said }) => (
          <option key={code} value={code}>
            {said}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Companies that fit what is typed. Suggestions only: without them a code can still be written. */
function useSuggestions(list: 'issuers' | 'partners', typed: string): readonly Suggestion[] {
  const [offered, setOffered] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    const search = typed.trim();
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = { ...(search ? { search } : {}), size: '25', total: 'known' };
        const answer = await fetch(href(paths.lists.directory(list, query)), { signal: leaving.signal });
        if (!answer.ok) return;
        const { rows } = (await answer.json()) as { rows: { rows: readonly (readonly [string, string, string])[] } };
        setOffered(rows.rows.map(([, name, code]) => ({ code, name })));
      } catch {
        // Gone on typing, or no network: what was offered stays.
      }
    }, quietMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [list, typed]);
  return offered;
}
