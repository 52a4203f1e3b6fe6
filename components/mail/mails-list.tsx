'use client';

import { useMemo } from 'react';
import { List } from '@/components/data-table/list';
import { type DirectoryProps, declareDirectory, registeredColumn, useDirectoryKit } from '@/components/directory/kit';
import { paths } from '@/lib/paths';
import type { MailRow } from '@/lib/services/mail/schemas';

/** The mails of the outbox. */
export function MailsList({ vocabulary, at, narrow, ...props }: DirectoryProps<MailRow>) {
  const kit = useDirectoryKit({ vocabulary });
  const of = useMemo(() => {
    const { t, format } = kit;
    return declareDirectory<MailRow>(
      'mails',
      kit,
      { vocabulary, at, narrow },
      {
        columns: [
          {
            id: 'recipient',
            label: t('mails.column.recipient'),
            card: 1,
            main: true,
            look: 'txt phone:max-w-72',
            sort: { descending: 'name-desc', ascending: 'name' },
            hint: (row) => row[2],
            cell: (row) => row[1],
          },
          { id: 'mail', label: t('mails.column.mail'), card: 2, cell: (row) => t(`template.${row[3]}`) },
          { id: 'state', label: t('mails.column.state'), card: 3, cell: (row) => t(`state.${row[4]}`) },
          {
            id: 'attempts',
            label: t('mails.column.attempts'),
            look: 'num',
            room: 'lo',
            cell: (row) => format.count(row[5]),
          },
          registeredColumn('created', t('mails.column.created'), format, (row) => row[6]),
          {
            id: 'sent',
            label: t('mails.column.sent'),
            look: 's',
            room: 'lo',
            cell: ({ 7: at }) => (at === null ? t('never') : `${format.parts(at).day} ${format.parts(at).clock}`),
          },
        ],
        filters: [kit.search, kit.mailState],
        row: { path: ([id]) => paths.mail(id), name: (row) => row[1] },
        views: (['dead', 'failed', 'kept'] as const).map((state) => ({
          id: state,
          label: t(`mails.view.${state}`),
          query: { state },
        })),
      },
    );
  }, [kit, vocabulary, at, narrow]);
  return <List of={of} {...props} />;
}
