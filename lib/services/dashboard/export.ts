import 'server-only';
import {
  type ConsumptionData,
  type ConsumptionQuery,
  type ConsumptionSplit,
  type PeriodRow,
  splitsOf,
} from '@/lib/domain/consumption';
import { type Day, daysUntil, type Month, monthOf, monthsUntil } from '@/lib/domain/consumption-calendar';
import { consumptionOwners } from '@/lib/domain/consumption-choices';
import { countOf } from '@/lib/domain/consumption-series';
import { query } from '../define';
import type { Reading } from '../reading';
import { readConsumption } from './consumption';
import { type ConsumptionLine, type ConsumptionTable, consumptionTableSchema } from './schemas';

/** A table of the dashboard with every part of it by name: nothing is folded into "others". */
export const exportConsumption = query({
  name: 'dashboard.export',
  permission: 'dashboard.view',
  input: consumptionTableSchema,
  run: async ({ db, actor, input: { table, ...asked } }): Promise<Reading<ConsumptionLine>> => {
    const split = splitsOf(actor.role, asked).find((each) => each === asked.split) ?? 'none';
    const data = await readConsumption(db, actor, { ...asked, split, compare: table === 'parts' });
    const lines = linesOf[table](data, { ...asked, split });
    const pieces = [lines];
    return { count: lines.length, names: namesIn(data, asked), next: async () => pieces.shift() ?? [] };
  },
});

type Lines = (data: ConsumptionData, query: ConsumptionQuery) => ConsumptionLine[];

const linesOf: Record<ConsumptionTable, Lines> = {
  months: (data, { months, split }) => byPeriod(data, monthsUntil(data.today, months), data.monthRows, split),
  days: (data, { days, split }) => byPeriod(data, daysUntil(data.today, days), data.dayRows, split),
  parts: partsOf,
  failures: ({ failureRows, today }) =>
    failureRows.map(([code, requests]) => ({ ...nothing, period: monthOf(today), requests, failures: requests, code })),
};

const nothing = { key: null, name: null, signedItems: null, failures: null, before: null, code: null };

/** Newest first, largest first within a period. A period that is empty is a zero; a part that is, is left out. */
function byPeriod(
  data: ConsumptionData,
  periods: readonly (Day | Month)[],
  rows: readonly PeriodRow[],
  split: ConsumptionSplit,
): ConsumptionLine[] {
  const found = new Map(periods.map((period): [string, PeriodRow[]] => [period, []]));
  for (const row of rows) found.get(row[0])?.push(row);
  return [...found].toReversed().flatMap(([period, ofPeriod]) => {
    if (ofPeriod.length === 0) return [lineOf(data, [period, '', 0, 0, 0], split)];
    return ofPeriod
      .toSorted((a, b) => countOf(b, split) - countOf(a, split) || (a[1] < b[1] ? -1 : 1))
      .map((row) => lineOf(data, row, split));
  });
}

/** The running month by part, beside the same days of last month; also what there was only then. */
function partsOf(data: ConsumptionData, { split }: ConsumptionQuery): ConsumptionLine[] {
  const month = monthOf(data.today);
  const now = data.monthRows.filter(([period]) => period === month);
  const before = new Map(data.previousRows.map((row) => [row[0], countOf(row, split)]));
  const gone = [...before.keys()].filter((key) => now.every((row) => row[1] !== key));
  const rows = [...now, ...gone.map((key): PeriodRow => [month, key, 0, 0, 0])];
  return byPeriod(data, [month], rows, split).map((line) => ({ ...line, before: before.get(line.key ?? '') ?? 0 }));
}

function lineOf({ names }: ConsumptionData, row: PeriodRow, split: ConsumptionSplit): ConsumptionLine {
  const [period, key, signedItems, requests, failures] = row;
  const byStatus = split === 'status';
  return {
    ...nothing,
    period,
    key: key === '' ? null : key,
    name: fullName(names[key]),
    signedItems: byStatus ? null : signedItems,
    requests,
    failures: byStatus ? null : failures,
  };
}

const fullName = (name: ConsumptionData['names'][string] | undefined): string | null =>
  name?.short ? `${name.label} ${name.short}` : (name?.label ?? null);

function namesIn({ names }: ConsumptionData, asked: ConsumptionQuery): Record<string, string> {
  return Object.fromEntries(
    consumptionOwners.flatMap((owner) => {
      const id = asked[owner];
      const name = id === null ? null : fullName(names[id]);
      return name === null ? [] : [[owner, name]];
    }),
  );
}
