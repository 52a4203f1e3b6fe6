import type { useTranslations } from 'next-intl';
import type { Column } from '@/components/data-table/table';
import { Icon } from '@/components/icons/icon';
import { StatusChip } from '@/components/ui/chip';
import type { Formatter } from '@/lib/format/formatter';
import { href, paths } from '@/lib/paths';
import type { OperationRow } from '@/lib/services/operations/schemas';

/** Columns that say nothing new to some roles: their own issuer, their own partner, their only service. */
export type Shown = { readonly partner: boolean; readonly issuer: boolean; readonly service: boolean };

export type RowKit = {
  readonly t: ReturnType<typeof useTranslations<'operations'>>;
  /** Labels by value, looked up once for the whole list: a translation costs more than the cell it stands in. */
  readonly labels: Readonly<Record<'status' | 'type' | 'source', ReadonlyMap<string, string>>>;
  /** The name of the row's eye, for screen readers. */
  readonly openLabel: (reference: string) => string;
  readonly format: Formatter;
  readonly shown: Shown;
  readonly room: ReturnType<typeof roomOf>;
  /** True when the role may open the dashboard. */
  readonly graph: boolean;
  readonly now: number;
};

/**
 * From which width on there is room for what is needed least. The more names a role sees beside an operation, the
 * wider the desk must be.
 */
export const roomOf = ({ partner, issuer }: Shown) => ({
  source: partner ? 'lo max-[104rem]:hidden' : issuer ? 'lo max-[88rem]:hidden' : 'lo',
  size: partner ? 'lo max-[104rem]:hidden' : issuer ? 'lo max-[80rem]:hidden' : 'lo',
});

export function columnsOf(t: RowKit['t'], shown: Shown, sort: NonNullable<Column['sort']>): Column[] {
  const room = roomOf(shown);
  const all: (Column | false)[] = [
    { id: 'received', label: t('column.received'), sort },
    { id: 'status', label: t('column.status') },
    shown.partner && { id: 'partner', label: t('column.partner'), room: 'lo' },
    shown.issuer && { id: 'issuer', label: t('column.issuer') },
    shown.service && { id: 'service', label: t('column.service'), room: 'lo' },
    { id: 'reference', label: t('column.reference') },
    { id: 'type', label: t('column.type') },
    { id: 'source', label: t('column.source'), room: room.source },
    { id: 'items', label: t('column.items'), num: true },
    { id: 'size', label: t('column.size'), num: true, room: room.size },
    { id: 'duration', label: t('column.duration'), num: true },
    { id: 'actions', label: t('column.actions'), silent: true },
  ];
  return all.filter((column) => column !== false);
}

/** One row, as plain elements: a component a cell costs three times as much. */
export function tr(row: OperationRow, { t, labels, openLabel, format, shown, room, graph, now }: RowKit) {
  const [id, receivedAt, finishedAt, status, errorCode, reference, type, source, items, failed, bytes] = row;
  const [alias, service, issuer, partner] = [row[12], row[13], row[14], row[15]];
  const path = paths.operation(id);
  const at = format.parts(receivedAt, now);
  const short = `·${alias.slice(-6)}`;
  const partial = status === 'COMPLETED_WITH_ERRORS';
  const detail = partial ? t('partOf', { part: format.count(failed), all: format.count(items) }) : errorCode;
  return (
    <tr key={id}>
      <td className="p2">
        <time dateTime={new Date(receivedAt).toISOString()}>
          {`${at.day} `}
          <span className="s">{at.clock}</span>
        </time>
      </td>
      <td className="p4">{StatusChip({ status, label: labels.status.get(status) ?? status, detail })}</td>
      {shown.partner ? <td className="s lo">{partner ?? t('direct')}</td> : null}
      {shown.issuer ? (
        <td className="p1">
          <a href={href(path)} data-row={path} className="text-text" aria-label={`${issuer}, ${reference}`}>
            {issuer}
          </a>
        </td>
      ) : null}
      {shown.service ? (
        <td className="id q lo" title={service}>
          {short}
        </td>
      ) : null}
      {shown.issuer ? (
        <td className="id p3">{reference}</td>
      ) : (
        <td className="id p1">
          <a href={href(path)} data-row={path} className="text-text">
            {reference}
          </a>
        </td>
      )}
      <td className={shown.issuer ? 's' : 's p3'}>{labels.type.get(type)}</td>
      <td className={`s ${room.source}`}>{labels.source.get(source)}</td>
      <td className="num">{format.count(items)}</td>
      <td className={`num ${room.size}`}>{bytes > 0 ? format.bytes(bytes) : <span className="q">–</span>}</td>
      <td className="num">
        {finishedAt === null ? <span className="q">–</span> : format.duration(finishedAt - receivedAt)}
      </td>
      <td>
        <span className="acts">
          <a className="iconbtn" href={href(path)} data-row={path} aria-label={openLabel(reference)}>
            {Icon({ name: 'eye' })}
          </a>
          {graph ? (
            <a className="iconbtn" href={href(paths.dashboard({ split: 'service' }))} aria-label={t('graph')}>
              {Icon({ name: 'graph' })}
            </a>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
