'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { keepSingleKeys, singleKeys } from './single-keys';

/** The keyboard of a list. */
export function KeysTool({ close }: { close: () => void }) {
  const t = useTranslations('listTools.keys');
  const [on, setOn] = useState(singleKeys);
  const choose = (chosen: boolean) => {
    keepSingleKeys(chosen);
    setOn(chosen);
  };
  const keys = [
    ['/', t('search')],
    ['j', t('down')],
    ['k', t('up')],
    [t('keyEnter'), t('open')],
    ['x', t('select')],
    [t('keyEsc'), t('escape')],
    ['?', t('help')],
  ] as const;
  return (
    <>
      <div className="body">
        <h2>{t('title')}</h2>
        <dl className="mt-3 grid grid-cols-[4rem_1fr] items-center gap-y-2 text-13">
          {keys.map(([key, what]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="tag font-[inherit]">{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label className="choice mt-4">
          <input type="checkbox" checked={on} onChange={(event) => choose(event.target.checked)} />
          {t('single')}
        </label>
      </div>
      <div className="foot">
        <Button onClick={close}>{t('close')}</Button>
      </div>
    </>
  );
}
