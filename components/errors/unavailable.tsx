'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useErrorWords } from './words';

/**
 * Something failed that nobody foresaw. What happened, what was kept, the reference under which the log knows it
 * (Next's digest of the error), and another try.
 */
export function Unavailable({ reference, onAgain }: { reference: string | undefined; onAgain: () => void }) {
  const words = useErrorWords();
  return (
    <EmptyState
      kind="missing"
      as="h1"
      title={words.unavailable.title}
      text={words.unavailable.text}
      note={reference ? `${words.reference} ${reference}` : null}
    >
      <title>{`${words.unavailable.title} · Sign'Stash Backoffice`}</title>
      <Button variant="primary" onClick={onAgain}>
        {words.again}
      </Button>
    </EmptyState>
  );
}
