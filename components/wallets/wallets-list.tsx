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
import type { WalletRow } from '@/lib/services/wallets/schemas';

type Props = DirectoryProps<WalletRow> & {
  /** All are of one issuer. */
  single?: boolean;
};

/** The wallets: what each signs with now. */
export function WalletsList({ vocabulary, at, narrow, single = false, ...props }: Props) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    const issuer = {
      id: 'issuer',
      label: t('wallets.column.issuer'),
      card: 2,
      cell: (row: WalletRow) => row[3],
    } as const;
    return declareDirectory<WalletRow>(
      'wallets',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          nameColumn(t('wallets.column.name'), (row) => row[1]),
          ...(single ? [] : [issuer]),
          { id: 'current', label: t('wallets.column.current'), card: 3, cell: (row) => row[4] ?? t('nobody') },
          {
            id: 'state',
            label: t('wallets.column.state'),
            card: 4,
            cell: ({ 5: state }) => (state === null ? t('nobody') : kit.accessChip(state)),
          },
          {
            id: 'certificates',
            label: t('wallets.column.certificates'),
            num: true,
            cell: (row) => format.count(row[6]),
          },
          { id: 'services', label: t('wallets.column.services'), num: true, cell: (row) => format.count(row[7]) },
          registeredColumn('registered', t('wallets.column.registered'), format, (row) => row[8]),
        ],
        filters: [kit.search],
        row: { path: ([id]) => paths.wallet(id), name: (row) => row[1] },
      },
    );
  }, [kit, vocabulary, at, narrow, single]);
  return <List of={of} {...props} />;
}
