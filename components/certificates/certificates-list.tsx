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
import type { CertificateRow } from '@/lib/services/certificates/schemas';

/** The certificates: where each stands, and until when. */
export function CertificatesList({ vocabulary, at, narrow, single = false, ...props }: Props) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    const day = (at: number | null) => (at === null ? t('nobody') : format.parts(at).day);
    const issuer = {
      id: 'issuer',
      label: t('certificates.column.issuer'),
      card: 2,
      cell: (row: CertificateRow) => row[2],
    } as const;
    return declareDirectory<CertificateRow>(
      'certificates',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          nameColumn(t('certificates.column.name'), (row) => row[1]),
          ...(single ? [] : [issuer]),
          { id: 'state', label: t('certificates.column.state'), card: 3, cell: (row) => kit.accessChip(row[6]) },
          { id: 'expires', label: t('certificates.column.expires'), look: 's', card: 4, cell: (row) => day(row[8]) },
          {
            id: 'used',
            label: t('certificates.column.used'),
            num: true,
            room: 'lo',
            cell: (row) => format.count(row[9]),
          },
          { id: 'wallet', label: t('certificates.column.wallet'), room: 'lo', cell: (row) => row[4] },
          { id: 'authority', label: t('certificates.column.authority'), room: 'lo', cell: (row) => row[3] },
          {
            id: 'x509',
            label: t('certificates.column.x509'),
            room: 'lo max-[90rem]:hidden',
            cell: (row) => kit.x509Chip(row[7]),
          },
          {
            id: 'valid-to',
            label: t('certificates.column.valid-to'),
            look: 's',
            room: 'lo max-[80rem]:hidden',
            cell: (row) => day(row[11]),
          },
          registeredColumn('registered', t('certificates.column.registered'), format, (row) => row[12]),
        ],
        filters: [kit.search, kit.accessState],
        row: { path: ([id]) => paths.certificate(id), name: (row) => row[1] },
        views: [
          { id: 'expiring', label: t('certificates.view.expiring'), query: { state: 'expiring' } },
          { id: 'over', label: t('certificates.view.over'), query: { state: 'expired,exhausted,revoked' } },
        ],
      },
    );
  }, [kit, vocabulary, at, narrow, single]);
  return <List of={of} {...props} />;
}

type Props = DirectoryProps<CertificateRow> & {
  /** All are of one issuer. */
  single?: boolean;
};
