'use client';

import { useTranslations } from 'next-intl';
import { hoursKept } from '@/lib/domain/export';
import { useFormat } from '@/lib/format/use-format';
import { RunLine } from './run-line';
import type { Runs } from './use-runs';

/** The operator's own background exports, newest first: how far they are, until when they can be fetched. */
export function Recent({ runs: { runs, cancel } }: { runs: Runs }) {
  const t = useTranslations('exports');
  const format = useFormat();
  if (runs === null) return null;
  const newest = runs[0];
  const said =
    newest?.state === 'done'
      ? t('announce.done', { rows: t('run.rows', { n: newest.rows, count: format.count(newest.rows) }) })
      : newest?.state === 'failed'
        ? t('announce.failed')
        : '';
  return (
    <section className="mt-6 border-t border-border pt-4" aria-label={t('recent')}>
      <h3 className="text-12 text-text-2">{t('recent')}</h3>
      {runs.length === 0 ? (
        <p className="mt-1 text-13 text-text-3">{t('none', { hours: format.count(hoursKept) })}</p>
      ) : (
        <ul className="mt-1">
          {runs.map((run) => (
            <RunLine key={run.id} run={run} cancel={() => void cancel(run.id)} />
          ))}
        </ul>
      )}
      <p className="sr-only" role="status">
        {said}
      </p>
    </section>
  );
}
