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
import type { SubscriptionRow } from '@/lib/services/subscriptions/schemas';

/** The companies that await their validation. */
export function SubscriptionsList({ vocabulary, at, narrow, ...props }: DirectoryProps<SubscriptionRow>) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    return declareDirectory<SubscriptionRow>(
      'subscriptions',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          nameColumn(t('subscriptions.column.name'), (row) => row[1]),
          { id: 'code', label: t('subscriptions.column.code'), look: 'id', card: 3, cell: (row) => row[2] },
          { id: 'kind', label: t('subscriptions.column.kind'), card: 2, cell: (row) => t(`kind.${row[3]}`) },
          {
            id: 'partner',
            label: t('subscriptions.column.partner'),
            room: 'lo',
            cell: (row) => row[4] ?? (row[3] === 'issuer' ? t('direct') : t('nobody')),
          },
          {
            id: 'operator',
            label: t('subscriptions.column.operator'),
            look: 's',
            room: 'lo',
            cell: (row) => row[5] ?? t('nobody'),
          },
          registeredColumn('registered', t('subscriptions.column.registered'), format, (row) => row[6]),
        ],
        filters: [kit.search],
        row: { path: ([id]) => paths.subscription(id), name: (row) => row[1] },
      },
    );
  }, [kit, vocabulary, at, narrow]);
  return <List of={of} {...props} />;
}
