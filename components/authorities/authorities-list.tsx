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
import { StatusChip } from '@/components/ui/chip';
import { paths } from '@/lib/paths';
import type { AuthorityRow } from '@/lib/services/authorities/schemas';

/** The certificate authorities: how many certificates hang on each, and how well it answers. */
export function AuthoritiesList({ vocabulary, at, narrow, ...props }: DirectoryProps<AuthorityRow>) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    return declareDirectory<AuthorityRow>(
      'authorities',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          nameColumn(t('authorities.column.name'), (row) => row[1]),
          { id: 'type', label: t('authorities.column.type'), look: 's', room: 'lo', cell: (row) => row[2] },
          {
            id: 'state',
            label: t('authorities.column.state'),
            card: 2,
            cell: (row) => StatusChip({ status: row[3], label: t(`authorityState.${row[3]}`) }),
          },
          {
            id: 'certificates',
            label: t('authorities.column.certificates'),
            num: true,
            cell: (row) => format.count(row[4]),
          },
          {
            id: 'success',
            label: t('authorities.column.success'),
            num: true,
            card: 3,
            cell: ({ 5: answered, 6: failed }) =>
              answered + failed === 0 ? t('nobody') : format.percent(answered / (answered + failed)),
          },
          {
            id: 'contact',
            label: t('authorities.column.contact'),
            look: 's',
            card: 4,
            cell: ({ 7: contact }) => (contact === null ? t('never') : format.full(contact)),
          },
          registeredColumn('registered', t('authorities.column.registered'), format, (row) => row[8]),
        ],
        filters: [kit.search, kit.authorityState],
        row: { path: ([id]) => paths.authority(id), name: (row) => row[1] },
      },
    );
  }, [kit, vocabulary, at, narrow]);
  return <List of={of} {...props} />;
}
