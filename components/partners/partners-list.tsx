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
import type { PartnerRow } from '@/lib/services/partners/schemas';

/** The partner companies. */
export function PartnersList({ vocabulary, at, narrow, ...props }: DirectoryProps<PartnerRow>) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    return declareDirectory<PartnerRow>(
      'partners',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          nameColumn(t('partners.column.name'), (row) => row[1]),
          { id: 'code', label: t('partners.column.code'), look: 'id', card: 3, cell: (row) => row[2] },
          { id: 'status', label: t('partners.column.status'), card: 4, cell: (row) => kit.statusChip(row[3]) },
          { id: 'type', label: t('partners.column.type'), card: 2, cell: (row) => t(`type.${row[4]}`) },
          { id: 'issuers', label: t('partners.column.issuers'), num: true, cell: (row) => format.count(row[5]) },
          { id: 'operators', label: t('partners.column.operators'), num: true, cell: (row) => format.count(row[6]) },
          registeredColumn('registered', t('partners.column.registered'), format, (row) => row[7]),
        ],
        filters: [kit.search, kit.status, kit.type],
        row: { path: ([id]) => paths.partner(id), name: (row) => row[1] },
        views: [
          { id: 'integrators', label: t('partners.view.integrators'), query: { type: 'INTEGRATOR' } },
          { id: 'resellers', label: t('partners.view.resellers'), query: { type: 'RESELLER' } },
        ],
      },
    );
  }, [kit, vocabulary, at, narrow]);
  return <List of={of} {...props} />;
}
