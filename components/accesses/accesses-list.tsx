'use client';

import { useMemo } from 'react';
import { List } from '@/components/data-table/list';
import { type DirectoryProps, declareDirectory, registeredColumn, useDirectoryKit } from '@/components/directory/kit';
import { paths } from '@/lib/paths';
import type { AccessRow } from '@/lib/services/accesses/schemas';

/** The audit accesses. */
export function AccessesList({ vocabulary, at, narrow, ...props }: DirectoryProps<AccessRow>) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    return declareDirectory<AccessRow>(
      'accesses',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          { id: 'auditor', label: t('accesses.column.auditor'), card: 2, cell: (row) => row[1] ?? t('nobody') },
          {
            id: 'email',
            label: t('accesses.column.email'),
            card: 1,
            main: true,
            look: 'txt phone:max-w-72',
            sort: { descending: 'name-desc', ascending: 'name' },
            cell: (row) => row[2],
          },
          { id: 'issuer', label: t('accesses.column.issuer'), card: 3, cell: (row) => row[3] },
          { id: 'state', label: t('accesses.column.state'), card: 4, cell: (row) => t(`state.${row[4]}`) },
          { id: 'from', label: t('accesses.column.from'), look: 's', cell: (row) => format.day(row[5]) },
          { id: 'to', label: t('accesses.column.to'), look: 's', cell: (row) => format.day(row[6]) },
          registeredColumn('granted', t('accesses.column.granted'), format, (row) => row[7]),
        ],
        filters: [kit.search, kit.state],
        row: { path: ([id]) => paths.access(id), name: (row) => row[2] },
        views: [
          { id: 'valid', label: t('accesses.view.valid'), query: { state: 'valid' } },
          { id: 'coming', label: t('accesses.view.coming'), query: { state: 'coming' } },
        ],
      },
    );
  }, [kit, vocabulary, at, narrow]);
  return <List of={of} {...props} />;
}
