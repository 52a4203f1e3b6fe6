'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { shownIds } from './columns';
import { listOf } from './query';
import { formOf, type ToolProps } from './tool';

/** Which columns are shown: at once in the address, and kept for the operator. */
export function ColumnsTool({ list, query, columns, kept, actions, put, replace, close }: ToolProps) {
  const t = useTranslations('listTools.columns');
  const usual = shownIds(columns, null);
  const [chosen, setChosen] = useState(() => shownIds(columns, query.columns ? listOf(query.columns) : kept.columns));
  const [failed, setFailed] = useState(false);
  const toggle = (id: string) =>
    setChosen(columns.map((each) => each.id).filter((each) => (each === id) !== chosen.includes(each)));
  const apply = async (event: FormEvent) => {
    event.preventDefault();
    const text = chosen.join(',') === usual.join(',') ? null : chosen.join(',');
    replace({ ...query, columns: text });
    const result = await actions.saveColumns(null, formOf({ list, columns: text })).catch(() => null);
    if (!result?.ok) return setFailed(true);
    put(result.data.kept);
    close();
  };
  return (
    <form className="contents" onSubmit={(event) => void apply(event)}>
      <div className="body">
        <h2>{t('title')}</h2>
        <p className="q mt-1 text-13">{t('text')}</p>
        {failed ? <Notice tone="danger">{t('failed')}</Notice> : null}
        <div className="mt-3 grid grid-cols-2 max-phone:grid-cols-1">
          {columns.map(({ id, label, main }) => (
            <label key={id} className="item choice">
              <input type="checkbox" checked={chosen.includes(id)} disabled={main} onChange={() => toggle(id)} />
              <span>
                {label} {main ? <span className="q">{t('always')}</span> : null}
              </span>
            </label>
          ))}
        </div>
      </div>
      <div className="foot">
        <Button variant="plain" onClick={() => setChosen(usual)}>
          {t('usual')}
        </Button>
        <span className="grow" />
        <Button onClick={close}>{t('cancel')}</Button>
        <button type="submit" className="btn primary">
          {t('apply')}
        </button>
      </div>
    </form>
  );
}
