'use client';

import { Notice } from '@/components/ui/notice';
import type { ListNote } from '@/lib/domain/list-reader';
import type { Filter } from './filters';
import type { Saying } from './say-filter';

type Props = { notes: readonly ListNote[]; filters: readonly Filter[]; size: number; saying: Saying };

/** Says where the list shows something else than the address asks. */
export function ListNotes({ notes, filters, size, saying: { t, format } }: Props) {
  if (notes.length === 0) return null;
  const nameOf = (field: string): string => {
    if (field === 'after' || field === 'before') return t('note.field.page');
    if (field === 'sort' || field === 'size' || field === 'columns' || field === 'view')
      return t(`note.field.${field}`);
    const days = field === 'period' || field === 'from' || field === 'to';
    return filters.find((filter) => filter.field === (days ? 'days' : field))?.name ?? field;
  };
  return (
    <Notice tone="attention" live>
      <ul>
        {notes.map(({ field, reason }) => (
          <li key={`${field} ${reason}`}>
            {field === 'size'
              ? t('note.size', { size: format.count(size) })
              : t(`note.${reason}`, { name: nameOf(field) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
