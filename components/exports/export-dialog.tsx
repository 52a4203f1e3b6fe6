'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Segmented } from '@/components/ui/segmented';
import { LateMessages } from '@/lib/i18n/late-messages';
import en from '@/lib/i18n/messages/en/exports.json';
import pt from '@/lib/i18n/messages/pt/exports.json';
import type { Asked } from './asked';
import { Outcome } from './outcome';
import { Recent } from './recent';
import { useExport } from './use-export';
import { useRuns } from './use-runs';
import { What } from './what';

const words = { en: { exports: en }, pt: { exports: pt } };

type Props = Asked & { returnTo: RefObject<HTMLElement | null>; close: () => void };

/** Exports a list: what will come, in which form; and what was exported in the background before. */
export default function ExportDialog(props: Props) {
  return (
    <LateMessages of={words}>
      <Content {...props} />
    </LateMessages>
  );
}

function Content({ returnTo, close, ...asked }: Props) {
  const t = useTranslations('exports');
  const runs = useRuns();
  const { announced, format, setFormat, large, state, go, again } = useExport(asked, runs.load);
  const nothing = announced?.rows === 0;
  const busy = state.kind === 'idle' && state.busy;
  return (
    <Dialog open onOpenChange={close} title={t(`title.${asked.list}`)} className="dialog" returnTo={returnTo}>
      <div className="body">
        <h2>{t(`title.${asked.list}`)}</h2>
        <What list={asked.list} announced={announced} total={asked.total} large={large} />
        <div className="mt-4">
          <Segmented
            label={t('format')}
            value={format}
            choices={[
              { value: 'csv', label: t('csv'), hint: t('csvHint') },
              { value: 'xlsx', label: t('xlsx'), hint: t('xlsxHint') },
            ]}
            onChange={setFormat}
          />
        </div>
        <Outcome state={state} again={again} />
        <Recent runs={runs} />
      </div>
      <div className="foot">
        <Button onClick={close}>{t('close')}</Button>
        <Button
          variant="primary"
          icon={large ? undefined : 'download'}
          disabled={announced === null || nothing || busy}
          onClick={go}
        >
          {busy ? t('writing') : large ? t('begin') : t('download')}
        </Button>
      </div>
    </Dialog>
  );
}
