'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import type { ExportState } from '@/lib/domain/export';
import { useFormat } from '@/lib/format/use-format';
import { href, paths } from '@/lib/paths';
import type { ExportRun } from '@/lib/services/exports/schemas';
import { isOpen } from './use-runs';

const seals: Readonly<Record<ExportState, readonly [IconName, string]>> = {
  waiting: ['wait', 'mu'],
  running: ['run', 'go'],
  done: ['done', 'ok'],
  failed: ['fail', 'da'],
  cancelled: ['cancel', 'mu'],
  expired: ['cancel', 'mu'],
};

/** One background export: its state as a seal, what it is, how far it is or until when it can be fetched. */
export function RunLine({ run, cancel }: { run: ExportRun; cancel: () => void }) {
  const t = useTranslations('exports');
  const format = useFormat();
  const [icon, tone] = seals[run.state];
  const at = format.until(run.createdAt, Date.now());
  const list = `list.${run.list}`;
  return (
    <li className="flex items-center gap-3 border-b border-border py-2 text-13 last:border-0">
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-center gap-x-2">
          {t.has(list as never) ? t(list as never) : run.list}, {t(run.format)} <time className="q">{at}</time>
          <span className={`chip ${tone}`}>
            <Icon name={icon} />
            {t(`state.${run.state}`)}
          </span>
        </span>
        <Progress run={run} at={at} />
      </span>
      {isOpen(run) ? (
        <Button small onClick={cancel} aria-label={t('run.cancelOf', { at })}>
          {t('run.cancel')}
        </Button>
      ) : null}
      {run.state === 'done' ? (
        <a className="btn small" href={href(paths.exports.file(run.id))} download aria-label={t('run.fetchOf', { at })}>
          <Icon name="download" />
          {t('download')}
        </a>
      ) : null}
    </li>
  );
}

/** The second line: rows so far, rows altogether, or why there are none. */
function Progress({ run, at }: { run: ExportRun; at: string }) {
  const t = useTranslations('exports');
  const format = useFormat();
  const rows = t('run.rows', { n: run.rows, count: format.count(run.rows) });
  if (run.state === 'failed')
    return <span className="block text-12 text-text-2">{t(`failure.${run.failure ?? 'fault'}`)}</span>;
  if (run.state === 'done' && run.expiresAt !== null) {
    const until = t('run.until', { at: format.until(run.expiresAt, Date.now()) });
    return (
      <span className="block text-12 text-text-2">
        {rows} · {format.bytes(run.bytes)} · {until}
      </span>
    );
  }
  if (run.state !== 'running' || run.announced === null) return null;
  return (
    <>
      <progress
        className="progress"
        max={Math.max(run.announced, 1)}
        value={run.rows}
        aria-label={t('run.progressOf', { at })}
      />
      <span className="block text-12 text-text-2">
        {t('run.progress', { done: format.count(run.rows), count: format.count(run.announced) })}
      </span>
    </>
  );
}
