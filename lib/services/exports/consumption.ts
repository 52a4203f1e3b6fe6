import 'server-only';
import { readConsumptionQuery } from '@/lib/domain/consumption';
import { isStatus } from '@/lib/domain/consumption-series';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { exportConsumption } from '../dashboard';
import type { ConsumptionLine, ConsumptionTable } from '../dashboard/schemas';
import { exported } from './declare';
import type { Words } from './words';

/** A table of the dashboard as a file, under the dashboard's own address; every part by name. */
const consumptionExport = (table: ConsumptionTable) =>
  exported({
    verb: exportConsumption,
    // As widely as anybody may ask: the verb itself keeps a role to the splits that it has.
    read: (params) => ({ ...readConsumptionQuery(params, 'administrator'), table }),
    columns: (words) => columnsOf(table, words),
    filter: ({ split, months, days, ...only }, names, { t }) =>
      [
        table === 'days' ? t('consumption.lastDays', { count: days }) : '',
        table === 'months' ? t('consumption.lastMonths', { count: months }) : '',
        table === 'parts' || table === 'failures' ? t('consumption.runningMonth') : '',
        split === 'none' || table === 'failures' ? '' : t(`consumption.split.${split}`),
        ...(['service', 'issuer', 'partner'] as const).map((owner) =>
          only[owner] === null
            ? ''
            : t('part', { name: t(`operations.${owner}`), value: names[owner] ?? t('unknown') }),
        ),
      ].filter((text) => text !== ''),
  });

export const consumptionExports = {
  'consumption-months': consumptionExport('months'),
  'consumption-days': consumptionExport('days'),
  'consumption-parts': consumptionExport('parts'),
  'consumption-failures': consumptionExport('failures'),
} as const;

type Columns = ReturnType<Parameters<typeof exported<never, ConsumptionLine>>[0]['columns']>;

const tablesOf: Record<string, readonly ConsumptionTable[]> = {
  part: ['months', 'days', 'parts'],
  id: ['months', 'days', 'parts'],
  code: ['failures'],
  reason: ['failures'],
  signedItems: ['months', 'days', 'parts'],
  before: ['parts'],
  failures: ['months', 'days', 'parts'],
};

function columnsOf(table: ConsumptionTable, words: Words): Columns {
  const { t } = words;
  const columns: Columns = [
    { id: 'period', label: t(`consumption.period.${table}`), kind: 'text', value: ({ period }) => period },
    { id: 'part', label: t('consumption.part'), kind: 'text', value: (line) => partOf(line, words) },
    { id: 'id', label: t('consumption.id'), kind: 'text', value: ({ key }) => key },
    { id: 'code', label: t('operations.error'), kind: 'text', value: ({ code }) => code },
    { id: 'reason', label: t('consumption.reason'), kind: 'text', value: (line) => reasonOf(line, words) },
    { id: 'signedItems', label: t('consumption.signedItems'), kind: 'number', value: (line) => line.signedItems },
    { id: 'requests', label: t('consumption.requests'), kind: 'number', value: ({ requests }) => requests },
    { id: 'failures', label: t('consumption.failures'), kind: 'number', value: ({ failures }) => failures },
    { id: 'before', label: t('consumption.before'), kind: 'number', value: ({ before }) => before },
  ];
  return columns.filter(({ id }) => tablesOf[id]?.includes(table) ?? true);
}

function partOf({ key, name }: ConsumptionLine, { t, v }: Words): string | null {
  if (key === null) return null;
  return isStatus(key) ? v(`operationStatus.${key}`) : (name ?? t('direct'));
}

function reasonOf({ code }: ConsumptionLine, { t, v }: Words): string {
  const known = errorCodeList.find((each) => each === code);
  return known ? v(`errorCode.${errorKey(known)}`) : t('consumption.noReason');
}
