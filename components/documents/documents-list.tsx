'use client';

import type { ListProps } from '@/components/data-table/declaration';
import { List } from '@/components/data-table/list';
import type { DocumentRow, DocumentsAnswer } from '@/lib/services/documents/schemas';
import type { FilterOptions } from '@/lib/services/operations/schemas';
import type { Shown } from './columns';
import { useDocuments } from './declare';

type Props = ListProps<DocumentsAnswer> & {
  hash: boolean;
  statuses: readonly DocumentRow[2][];
  options: FilterOptions;
  shown: Shown;
  /** False for an auditor without a valid grant. */
  anybody: boolean;
};

/** The list of documents, or of hashes. */
export function DocumentsList({ hash, statuses, options, shown, ...props }: Props) {
  const of = useDocuments({ hash, statuses, options, shown, usualDays: props.usualDays });
  return <List of={of} {...props} />;
}
