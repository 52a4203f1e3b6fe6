'use client';

import { useMemo } from 'react';
import type { Filter, FilterOption } from '@/components/data-table/filters';
import { List } from '@/components/data-table/list';
import {
  type DirectoryProps,
  declareDirectory,
  nameColumn,
  registeredColumn,
  useDirectoryKit,
} from '@/components/directory/kit';
import { paths } from '@/lib/paths';
import type { IssuerRow } from '@/lib/services/issuers/schemas';

type Props = DirectoryProps<IssuerRow> & {
  /** Partners to choose from; empty where there is one alone. */
  partners: readonly FilterOption[];
};

/** The issuers. */
export function IssuersList({ vocabulary, at, narrow, partners, ...props }: Props) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    const column = (id: keyof IntlColumns) => t(`issuers.column.${id}`);
    const partner: Filter = {
      kind: 'choice',
      field: 'partner',
      folded: true,
      name: t('filter.partner.name'),
      lead: t('filter.partner.lead'),
      any: t('filter.partner.any'),
      unknown: t('filter.partner.unknown'),
      options: partners,
    };
    return declareDirectory<IssuerRow>(
      'issuers',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          nameColumn(column('name'), (row) => row[1]),
          { id: 'code', label: column('code'), look: 'id', card: 3, cell: (row) => row[2] },
          { id: 'status', label: column('status'), card: 4, cell: (row) => kit.statusChip(row[3]) },
          ...(partners.length > 0
            ? [
                {
                  id: 'partner',
                  label: column('partner'),
                  look: 's',
                  room: 'lo',
                  cell: (row: IssuerRow) => row[4] ?? t('direct'),
                },
              ]
            : []),
          { id: 'bundle', label: column('bundle'), look: 's', room: 'lo max-[80rem]:hidden', cell: (row) => row[5] },
          { id: 'services', label: column('services'), num: true, cell: (row) => format.count(row[6]) },
          { id: 'operators', label: column('operators'), num: true, cell: (row) => format.count(row[7]) },
          registeredColumn('registered', column('registered'), format, (row) => row[8]),
        ],
        filters: [kit.search, kit.status, ...(partners.length > 0 ? [partner] : [])],
        row: { path: ([id]) => paths.issuer(id), name: (row) => row[1] },
        views: [
          { id: 'suspended', label: t('issuers.view.suspended'), query: { status: 'suspended' } },
          { id: 'blocked', label: t('issuers.view.blocked'), query: { status: 'blocked' } },
        ],
      },
    );
  }, [kit, vocabulary, at, narrow, partners]);
  return <List of={of} {...props} />;
}

type IntlColumns = typeof import('@/lib/i18n/messages/en/directory.json')['issuers']['column'];
