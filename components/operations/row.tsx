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
  readonly v: ReturnType<typeof useTranslations<'vocabulary'>>;
  readonly format: Formatter;
  readonly shown: Shown;
  /** True when the role may open the dashboard. */
  readonly graph: boolean;
  readonly now: number;
};

export function columnsOf(t: RowKit['t'], shown: Shown, sort: NonNullable<Column['sort']>): Column[] {
  const all: (Column | false)[] = [
    { id: 'received', label: t('column.received'), sort },
    { id: 'status', label: t('column.status') },
    shown.partner && { id: 'partner', label: t('column.partner'), low: true },
    shown.issuer && { id: 'issuer', label: t('column.issuer') },
    shown.service && { id: 'service', label: t('column.service'), low: true },
    { id: 'reference', label: t('column.reference') },
    { id: 'type', label: t('column.type') },
    { id: 'source', label: t('column.source'), low: true },
    { id: 'items', label: t('column.items'), num: true },
    { id: 'size', label: t('column.size'), num: true, low: true },
    { id: 'duration', label: t('column.duration'), num: true },
    { id: 'actions', label: t('column.actions'), silent: true },
  ];
  return all.filter((column) => column !== false);
}

/** One row, as plain elements: a component a cell costs three times as much. */
export function tr(row: OperationRow, { t, v, format, shown, graph, now }: RowKit) {
  const [id, receivedAt, finishedAt, status, errorCode, reference, type, source, items, failed, bytes] = row;
  const [serviceId, alias, service, issuer, partner] = [row[11], row[12], row[13], row[14], row[15]];
  const path = paths.operation(id);
  const at = format.parts(receivedAt, now);
  const short = `·${alias.slice(-6)}`;
  const partial = status === 'COMPLETED_WITH_ERRORS';
  const detail = partial ? t('partOf', { part: format.count(failed), all: format.count(items) }) : errorCode;
  return (
    <tr key={id}>
      <td className="p2">
        <time dateTime={new Date(receivedAt).toISOString()}>
          {at.day} <span className="s">{at.clock}</span>
        </time>
      </td>
      <td className="p4">
        <StatusChip status={status} label={v(`operationStatus.${status}`)} detail={detail} />
      </td>
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
      <td className={shown.issuer ? 's' : 's p3'}>{v(`operationType.${type}`)}</td>
      <td className="s lo">{v(`operationSource.${source}`)}</td>
      <td className="num">{format.count(items)}</td>
      <td className="num lo">{bytes > 0 ? format.bytes(bytes) : <span className="q">–</span>}</td>
      <td className="num">
        {finishedAt === null ? <span className="q">–</span> : format.duration(finishedAt - receivedAt)}
      </td>
      <td>
        <span className="acts">
          <a className="iconbtn" href={href(path)} data-row={path} aria-label={t('open', { reference })}>
            <Icon name="eye" />
          </a>
          {graph ? (
            <a
              className="iconbtn"
              href={href(paths.dashboard({ service: serviceId }))}
              aria-label={t('graph', { service: short })}
            >
              <Icon name="graph" />
            </a>
          ) : null}
        </span>
      </td>
    </tr>
  );
}
