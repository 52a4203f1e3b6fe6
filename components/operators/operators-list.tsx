'use client';

import { useMemo } from 'react';
import { List } from '@/components/data-table/list';
import {
  type DirectoryProps,
  declareDirectory,
  nameColumn,
  registeredColumn,
  useDirectoryKit,
} from '@/components/directory/kit';
import { paths } from '@/lib/paths';
import type { OperatorRow } from '@/lib/services/operators/schemas';

/** The operators, a view for each role that is seen. */
export function OperatorsList({ vocabulary, at, narrow, ...props }: DirectoryProps<OperatorRow>) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, v, format } = kit;
    const several = vocabulary.roles.length > 1;
    return declareDirectory<OperatorRow>(
      'operators',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          nameColumn(t('operators.column.name'), (row) => row[1]),
          { id: 'email', label: t('operators.column.email'), look: 's', card: 3, cell: (row) => row[2] },
          { id: 'role', label: t('operators.column.role'), card: 2, cell: (row) => v(`role.${row[3]}`) },
          { id: 'status', label: t('operators.column.status'), card: 4, cell: (row) => kit.statusChip(row[4]) },
          { id: 'company', label: t('operators.column.company'), room: 'lo', cell: (row) => row[5] ?? t('nobody') },
          {
            id: 'signed-in',
            label: t('operators.column.signed-in'),
            look: 's',
            room: 'lo max-[80rem]:hidden',
            cell: ({ 6: at }) => (at === null ? t('never') : format.parts(at).day),
          },
          registeredColumn('registered', t('operators.column.registered'), format, (row) => row[7]),
        ],
        filters: [kit.search, ...(several ? [kit.role] : []), kit.status],
        row: { path: ([id]) => paths.operator(id), name: (row) => row[1] },
        views: several ? vocabulary.roles.map((role) => ({ id: role, label: t(`role.${role}`), query: { role } })) : [],
      },
    );
  }, [kit, vocabulary, at, narrow]);
  return <List of={of} {...props} />;
}
