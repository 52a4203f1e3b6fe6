'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useFormat } from '@/lib/format/use-format';

type Props = {
  /** past: the page lies beyond the list's end · nobody: an auditor without a valid grant */
  kind: 'nothing' | 'nobody' | 'filter' | 'past';
  days: { from: string; to: string };
  usualDays: number;
  clear: () => void;
  first: () => void;
};

/** What stands where rows would. */
export function NoOperations({ kind, days, usualDays, clear, first }: Props) {
  const t = useTranslations('operations.empty');
  const filter = useTranslations('operations.filter');
  const format = useFormat();
  const values = { count: format.count(usualDays), days: format.rangeLong(days.from, days.to) };
  return (
    <EmptyState
      kind={kind === 'filter' || kind === 'past' ? 'filter' : 'nothing'}
      title={t(`${kind}.title`, values)}
      text={t(`${kind}.text`, values)}
    >
      {kind === 'filter' ? <Button onClick={clear}>{filter('clear')}</Button> : null}
      {kind === 'past' ? <Button onClick={first}>{t('firstPage')}</Button> : null}
    </EmptyState>
  );
}

/** The list could not be read: what happened, what was kept, the reference, the way out. */
export function ListFailed({ reference, again }: { reference: string | null; again: () => void }) {
  const t = useTranslations('operations.empty.failed');
  return (
    <div role="alert" className="flex grow flex-col">
      <EmptyState
        kind="missing"
        title={t('title')}
        text={t('text')}
        note={reference === null ? undefined : t('reference', { id: reference })}
      >
        <Button onClick={again}>{t('again')}</Button>
      </EmptyState>
    </div>
  );
}
