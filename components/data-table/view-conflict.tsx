'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { fieldsOf } from './filters';
import { type ListQuery, listOf } from './query';
import { sayFilter } from './say-filter';
import type { ToolProps } from './tool';
import { savedQuery } from './views';

type Version = { readonly name: string; readonly query: string };

/** Two tabs edited one view: both are shown in words, and the operator says which one stays. */
export function ViewConflict({
  list,
  filters,
  saying,
  theirs,
  yours,
  keepTheirs,
  keepYours,
  saveAs,
}: Pick<ToolProps, 'list' | 'filters' | 'saying'> & {
  theirs: Version;
  yours: Version;
  keepTheirs: () => void;
  keepYours: () => void;
  saveAs: () => void;
}) {
  const t = useTranslations('listTools.views');
  const say = (query: ListQuery): string[] => {
    const narrowing = filters.filter((filter) => fieldsOf(filter).some((field) => query[field]));
    const columns = listOf(query.columns).length;
    return [
      ...narrowing.map((filter) => `${filter.name}: ${sayFilter(filter, query, saying)}`),
      ...(query.sort ? [`${t('sort')}: ${query.sort}`] : []),
      ...(columns > 0 ? [t('columns', { n: columns, count: saying.format.count(columns) })] : []),
    ];
  };
  const version = (title: string, { name, query }: Version) => {
    const words = say(savedQuery(list, { id: '', query }));
    return (
      <div>
        <h3 className="text-12 text-text-3">{title}</h3>
        <p className="font-medium">{name}</p>
        <ul className="text-13 text-text-2">
          {words.length === 0 ? <li>{t('everything')}</li> : words.map((each) => <li key={each}>{each}</li>)}
        </ul>
      </div>
    );
  };
  return (
    <>
      <div className="body" role="alert">
        <h2>{t('conflictTitle')}</h2>
        <p className="mt-1 text-13 text-text-2">{t('conflictText')}</p>
        <div className="mt-4 grid grid-cols-2 gap-4">
          {version(t('theirs'), theirs)}
          {version(t('yours'), yours)}
        </div>
      </div>
      <div className="foot">
        <Button onClick={keepTheirs}>{t('keepTheirs')}</Button>
        <Button onClick={saveAs}>{t('saveAs')}</Button>
        <Button onClick={keepYours}>{t('keepYours')}</Button>
      </div>
    </>
  );
}
