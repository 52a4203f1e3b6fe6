'use client';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ListWords } from './say-filter';

type Props = {
  /** past: the page lies beyond the list's end. */
  kind: 'nothing' | 'nobody' | 'filter' | 'past';
  sentence: { title: string; text: string };
  t: ListWords;
  clear: () => void;
  first: () => void;
};

/** What stands where rows would. */
export function NoRows({ kind, sentence, t, clear, first }: Props) {
  const { title, text } = kind === 'past' ? { title: t('empty.past.title'), text: t('empty.past.text') } : sentence;
  return (
    <EmptyState kind={kind === 'filter' || kind === 'past' ? 'filter' : 'nothing'} title={title} text={text}>
      {kind === 'filter' ? <Button onClick={clear}>{t('filter.clear')}</Button> : null}
      {kind === 'past' ? <Button onClick={first}>{t('empty.past.act')}</Button> : null}
    </EmptyState>
  );
}

/** The list could not be read: what happened, what was kept, the reference, the way out. */
export function ListFailed({ reference, again, t }: { reference: string | null; again: () => void; t: ListWords }) {
  return (
    <div role="alert" className="flex grow flex-col">
      <EmptyState
        kind="missing"
        title={t('empty.failed.title')}
        text={t('empty.failed.text')}
        note={reference === null ? undefined : t('empty.failed.reference', { id: reference })}
      >
        <Button onClick={again}>{t('empty.failed.act')}</Button>
      </EmptyState>
    </div>
  );
}
