'use client';

import { EmptyState } from '@/components/ui/empty-state';
import { href, paths } from '@/lib/paths';
import { useErrorWords } from './words';

/**
 * Not found, not allowed, not signed in. Absent and foreign read the same, so that nothing is given away. The way out
 * is a plain link: it also leads out of a frame whose data is stale.
 */
export function Refusal({ kind }: { kind: 'notFound' | 'forbidden' | 'unauthorized' }) {
  const words = useErrorWords();
  const out = kind === 'unauthorized';
  return (
    <EmptyState kind="missing" as="h1" title={words[kind].title} text={words[kind].text}>
      <title>{`${words[kind].title} · Sign'Stash Backoffice`}</title>
      <a className={out ? 'btn primary' : 'btn'} href={href(out ? paths.signIn() : paths.home())}>
        {out ? words.signIn : words.home}
      </a>
    </EmptyState>
  );
}
