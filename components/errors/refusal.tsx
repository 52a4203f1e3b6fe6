'use client';

import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/paths';
import { useErrorWords } from './words';

/** Not found, not allowed, not signed in. Absent and foreign read the same, so that nothing is given away. */
export function Refusal({ kind }: { kind: 'notFound' | 'forbidden' | 'unauthorized' }) {
  const words = useErrorWords();
  const out = kind === 'unauthorized';
  return (
    <EmptyState kind="missing" as="h1" title={words[kind].title} text={words[kind].text}>
      <title>{`${words[kind].title} · Sign'Stash Backoffice`}</title>
      <ButtonLink href={out ? paths.signIn() : paths.home()} variant={out ? 'primary' : undefined}>
        {out ? words.signIn : words.home}
      </ButtonLink>
    </EmptyState>
  );
}
