import type { useTranslations } from 'next-intl';
import type { Column } from '@/components/data-table/columns';
import type { ListWords } from '@/components/data-table/say-filter';
import { StatusChip } from '@/components/ui/chip';
import type { Formatter } from '@/lib/format/formatter';
import type { DocumentRow } from '@/lib/services/documents/schemas';

/** Columns that say nothing new to some roles: their own issuer, their own partner, their only service. */
export type Shown = { readonly partner: boolean; readonly issuer: boolean; readonly service: boolean };

type Kit = {
  readonly t: ReturnType<typeof useTranslations<'documents'>>;
  readonly lists: ListWords;
  readonly format: Formatter;
  readonly shown: Shown;
  /** Words by value, looked up once for the whole list. */
  readonly statuses: ReadonlyMap<string, string>;
  readonly hash: boolean;
};

const nothing = <span className="q">–</span>;

/** What the documents list, or the hashes list, can show, in order. */
export function documentColumns(kit: Kit): readonly Column<DocumentRow>[] {
  const { t, hash } = kit;
  const own = hash ? [] : documentOnly(kit);
  const reference: Column<DocumentRow> = {
    id: 'reference',
    label: t('column.reference'),
    look: 'id phone:max-w-48',
    ...(hash ? { card: 1 as const, main: true } : { room: 'lo' }),
    cell: (row) => row[5],
  };
  const [name, ...facts] = own;
  return [...ownerColumns(kit), ...(name ? [name] : []), reference, ...facts, ...signatureColumns(kit)];
}

function ownerColumns({ t, lists, format, shown, statuses }: Kit): Column<DocumentRow>[] {
  const direct = lists('direct');
  const all: (Column<DocumentRow> | false)[] = [
    {
      id: 'received',
      label: t('column.received'),
      card: 2,
      sort: { descending: 'newest', ascending: 'oldest' },
      cell: ([, receivedAt]) => {
        const { day, clock } = format.parts(receivedAt);
        return (
          <time dateTime={new Date(receivedAt).toISOString()}>
            {`${day} `}
            <span className="s">{clock}</span>
          </time>
        );
      },
    },
    {
      id: 'status',
      label: t('column.status'),
      card: 4,
      cell: ([, , status, error]) => StatusChip({ status, label: statuses.get(status) ?? status, detail: error }),
    },
    shown.partner && {
      id: 'partner',
      label: t('column.partner'),
      look: 's',
      room: 'lo max-[104rem]:hidden',
      cell: (row) => row[16] ?? direct,
    },
    shown.issuer && { id: 'issuer', label: t('column.issuer'), card: 3, cell: (row) => row[15] },
    shown.service && {
      id: 'service',
      label: t('column.service'),
      look: 'id q',
      room: shown.issuer ? 'lo max-[104rem]:hidden' : 'lo',
      hint: (row) => row[14],
      cell: (row) => `·${row[13].slice(-6)}`,
    },
  ];
  return all.filter((column) => column !== false);
}

function documentOnly({ t, format, shown }: Kit): Column<DocumentRow>[] {
  return [
    {
      id: 'name',
      label: t('column.name'),
      look: shown.issuer ? 'txt phone:max-w-56' : 'txt phone:max-w-72',
      hint: ({ 4: name, 5: reference }) => name ?? reference,
      card: 1,
      main: true,
      cell: ({ 4: name, 5: reference }) => name ?? reference,
    },
    {
      id: 'invoice',
      label: t('column.invoice'),
      look: 'id',
      ...(shown.issuer ? { room: 'lo max-[80rem]:hidden' } : { card: 3 as const }),
      cell: (row) => row[6] ?? nothing,
    },
    { id: 'nif', label: t('column.nif'), look: 'id', extra: true, cell: (row) => row[7] ?? nothing },
    {
      id: 'total',
      label: t('column.total'),
      num: true,
      cell: ({ 8: total }) => (total === null ? nothing : format.euros(Number(total))),
    },
  ];
}

function signatureColumns({ t, format, hash }: Kit): Column<DocumentRow>[] {
  const size: Column<DocumentRow> = {
    id: 'size',
    label: t('column.size'),
    num: true,
    extra: true,
    cell: ({ 11: bytes }) => format.bytes(bytes),
  };
  return [
    {
      id: 'level',
      label: t('column.level'),
      look: 's',
      ...(hash ? {} : { extra: true }),
      cell: ({ 9: signatureFormat, 10: level }) =>
        signatureFormat === null ? nothing : [signatureFormat, level].filter(Boolean).join(' '),
    },
    ...(hash ? [] : [size]),
    {
      id: 'hash',
      label: t('column.hash'),
      look: 'id q',
      ...(hash ? { room: 'lo' } : { extra: true }),
      hint: (row) => row[12],
      cell: ({ 12: sha256 }) => `${sha256.slice(0, 6)}…${sha256.slice(-4)}`,
    },
  ];
}
