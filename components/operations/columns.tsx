import type { useTranslations } from 'next-intl';
import type { Column } from '@/components/data-table/columns';
import type { ListWords } from '@/components/data-table/say-filter';
import { StatusChip } from '@/components/ui/chip';
import type { Formatter } from '@/lib/format/formatter';
import type { OperationRow } from '@/lib/services/operations/schemas';

/** Columns that say nothing new to some roles: their own issuer, their own partner, their only service. */
export type Shown = { readonly partner: boolean; readonly issuer: boolean; readonly service: boolean };

type Kit = {
  readonly t: ReturnType<typeof useTranslations<'operationList'>>;
  readonly lists: ListWords;
  readonly format: Formatter;
  readonly shown: Shown;
  /** Words by value, looked up once for the whole list: a translation costs more than the cell it stands in. */
  readonly labels: Readonly<Record<'status' | 'type' | 'source', ReadonlyMap<string, string>>>;
};

const nothing = <span className="q">–</span>;

/**
 * What the operations list can show, in order. The more names a role sees beside an operation, the wider the desk must
 * be for what is needed least.
 */
export function operationColumns({ t, lists, format, shown, labels }: Kit): readonly Column<OperationRow>[] {
  const roomy = shown.partner ? 'lo max-[104rem]:hidden' : shown.issuer ? 'lo max-[88rem]:hidden' : 'lo';
  const direct = lists('direct');
  const when = (at: number) => {
    const { day, clock } = format.parts(at);
    return (
      <time dateTime={new Date(at).toISOString()}>
        {`${day} `}
        <span className="s">{clock}</span>
      </time>
    );
  };
  const failures = (failed: number, items: number) =>
    t('partOf', { part: format.count(failed), all: format.count(items) });
  const all: (Column<OperationRow> | false)[] = [
    {
      id: 'received',
      label: t('column.received'),
      card: 2,
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ([, receivedAt]) => when(receivedAt),
    },
    {
      id: 'status',
      label: t('column.status'),
      card: 4,
      cell: ([, , , status, error, , , , items, failed]) =>
        StatusChip({
          status,
          label: labels.status.get(status) ?? status,
          detail: status === 'COMPLETED_WITH_ERRORS' ? failures(failed, items) : error,
        }),
    },
    shown.partner && {
      id: 'partner',
      label: t('column.partner'),
      look: 's',
      room: 'lo',
      cell: (row) => row[15] ?? direct,
    },
    shown.issuer && {
      id: 'issuer',
      label: t('column.issuer'),
      card: 1,
      main: true,
      say: (row) => `${row[14]}, ${row[5]}`,
      cell: (row) => row[14],
    },
    shown.service && {
      id: 'service',
      label: t('column.service'),
      look: 'id q',
      room: 'lo',
      hint: (row) => row[13],
      cell: (row) => `·${row[12].slice(-6)}`,
    },
    {
      id: 'reference',
      label: t('column.reference'),
      look: 'id',
      ...(shown.issuer ? { card: 3 as const } : { card: 1 as const, main: true }),
      cell: (row) => row[5],
    },
    {
      id: 'type',
      label: t('column.type'),
      look: 's',
      ...(shown.issuer ? {} : { card: 3 as const }),
      cell: (row) => labels.type.get(row[6]),
    },
    { id: 'source', label: t('column.source'), look: 's', room: roomy, cell: (row) => labels.source.get(row[7]) },
    { id: 'items', label: t('column.items'), num: true, cell: (row) => format.count(row[8]) },
    {
      id: 'size',
      label: t('column.size'),
      num: true,
      room: roomy,
      cell: ({ 10: bytes }) => (bytes > 0 ? format.bytes(bytes) : nothing),
    },
    {
      id: 'duration',
      label: t('column.duration'),
      num: true,
      cell: ([, receivedAt, finishedAt]) => (finishedAt === null ? nothing : format.duration(finishedAt - receivedAt)),
    },
    {
      id: 'finished',
      label: t('column.finished'),
      extra: true,
      cell: ([, , finishedAt]) => (finishedAt === null ? nothing : when(finishedAt)),
    },
    { id: 'failed', label: t('column.failed'), num: true, extra: true, cell: (row) => format.count(row[9]) },
    { id: 'error', label: t('column.error'), look: 'id', extra: true, cell: (row) => row[4] ?? nothing },
  ];
  return all.filter((column) => column !== false);
}
