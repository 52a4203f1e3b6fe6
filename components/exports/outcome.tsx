'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/lib/format/use-format';
import type { ExportState } from './use-export';

/** What came of it: a sentence, and where it failed the way on. */
export function Outcome({ state, again }: { state: ExportState; again: () => void }) {
  const t = useTranslations('exports');
  const format = useFormat();
  if (state.kind === 'idle') return null;
  if (state.kind === 'trouble') {
    return (
      <p className="mt-4 flex items-center gap-2 text-13" role="alert">
        <span className="chip da">
          <Icon name="fail" />
        </span>
        {t(sentenceOf(state))}
        {state.of === 'count' ? (
          <Button small onClick={again}>
            {t('again')}
          </Button>
        ) : null}
      </p>
    );
  }
  return (
    <p className="mt-4 flex items-center gap-2 text-13" role="status">
      <span className="chip ok">
        <Icon name="done" />
      </span>
      {state.kind === 'saved'
        ? t('saved', { n: state.rows, count: format.count(state.rows), name: state.name })
        : t('begun')}
    </p>
  );
}

function sentenceOf({ of, code }: Extract<ExportState, { kind: 'trouble' }>) {
  if (code === 'unauthenticated' || code === 'forbidden') return 'lost';
  if (code === 'limited') return 'busy';
  if (of === 'count') return 'failedCount';
  return of === 'file' && code === 'broken' ? 'brokeOff' : 'failed';
}
