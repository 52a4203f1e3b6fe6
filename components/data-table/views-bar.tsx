'use client';

import type { MouseEvent } from 'react';
import { Button } from '@/components/ui/button';
import type { ListName } from '@/lib/domain/lists';
import { href } from '@/lib/paths';
import type { SavedView } from '@/lib/services/views/schemas';
import type { ReadyView } from './declaration';
import type { ListQuery } from './query';
import type { ListWords } from './say-filter';
import { type Current, plainQuery, readyQuery, savedQuery } from './views';

type Props = {
  list: ListName;
  ready: readonly ReadyView[];
  saved: readonly SavedView[];
  current: Current;
  /** Rows a page, which no view changes. */
  size: string | null;
  pageOf: (query: ListQuery) => string;
  turn: (query: ListQuery) => void;
  edit: () => void;
  t: ListWords;
};

/** The views of a list as tabs: all, those that the product brings along, the operator's own. Each is a link. */
export function ViewsBar({ list, ready, saved, current, size, pageOf, turn, edit, t }: Props) {
  const tab = (key: string, label: string, view: ListQuery, here: boolean, note?: string) => {
    const query = { ...view, size };
    const follow = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      turn(query);
    };
    return (
      <a key={key} href={href(pageOf(query))} aria-current={here ? 'page' : undefined} onClick={follow}>
        {label}
        {note ? <span className="n">{note}</span> : null}
      </a>
    );
  };
  const noteOf = (view: SavedView, here: boolean) => {
    if (here && current.kind === 'saved' && current.changed) return t('views.changed');
    return view.isDefault ? t('views.opens') : undefined;
  };
  const act =
    current.kind === 'saved' ? (current.changed ? 'saveChanges' : 'edit') : current.kind === 'all' ? null : 'save';
  return (
    <nav className="views" aria-label={t('views.label')}>
      <span className="tabs">
        {tab('all', t('views.all'), plainQuery(list, saved), current.kind === 'all')}
        {ready.map((view) =>
          tab(view.id, view.label, readyQuery(list, view), current.kind === 'ready' && current.view.id === view.id),
        )}
        {saved.map((view) => {
          const here = current.kind === 'saved' && current.view.id === view.id;
          return tab(view.id, view.name, savedQuery(list, view), here, noteOf(view, here));
        })}
      </span>
      {act ? (
        <Button variant="plain" small icon="bookmark" onClick={edit}>
          {t(`views.${act}`)}
        </Button>
      ) : null}
    </nav>
  );
}
