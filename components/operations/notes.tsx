'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { OperationsAnswer } from '@/lib/services/operations/schemas';

type Note = OperationsAnswer['notes'][number];

/** Says where the list shows something else than the address asks. */
export function FilterNotes({ notes }: { notes: readonly Note[] }) {
  const t = useTranslations('operations');
  const nameOf = (field: Note['field']): string => {
    if (field === 'after' || field === 'before') return t('note.field.page');
    if (field === 'sort' || field === 'size' || field === 'columns' || field === 'view')
      return t(`note.field.${field}`);
    return t(`filter.name.${field === 'from' || field === 'to' || field === 'period' ? 'days' : field}`);
  };
  if (notes.length === 0) return null;
  return (
    <Notice tone="attention" live>
      <ul>
        {notes.map((note) => (
          <li key={`${note.field} ${note.reason}`}>{t(`note.${note.reason}`, { name: nameOf(note.field) })}</li>
        ))}
      </ul>
    </Notice>
  );
}
