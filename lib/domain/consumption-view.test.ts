import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsumptionData, ConsumptionQuery, KeyRow, PeriodRow } from './consumption';
import { addDays, monthOf, monthsUntil } from './consumption-calendar';
import { heightOf } from './consumption-series';
import { filterOf, prepareConsumption, spanOf } from './consumption-view';

const everything = { service: null, issuer: null, partner: null };
const query: ConsumptionQuery = { months: 12, days: 30, split: 'none', compare: true, ...everything };
const nothing: ConsumptionData = {
  today: '2026-11-24',
  now: '2026-11-24T14:32:00Z',
  timeZone: 'Europe/Lisbon',
  monthRows: [],
  dayRows: [],
  previousRows: [],
  failureRows: [],
  failuresNow: [],
  names: {},
  services: {},
};
const byIssuer: ConsumptionQuery = { ...query, split: 'issuer' };

/** Seven issuers, `a` the largest, in two months. */
const sevenIssuers: ConsumptionData = {
  ...nothing,
  monthRows: [...'abcdefg'].flatMap((key, index): PeriodRow[] => [
    ['2026-10', key, 100 - index, 90, 1],
    ['2026-11', key, 70 - index * 10, 60, 2],
  ]),
  dayRows: [['2026-11-24', 'g', 10, 8, 0]],
  previousRows: [...'abcdefg'].map((key): KeyRow => [key, 50, 40, 1]),
};

describe('the prepared dashboard', () => {
  it('shows every empty day and month as a zero', () => {
    const view = prepareConsumption(nothing, query);
    expect(view.months.periods).toHaveLength(12);
    expect(view.days.periods[0]).toEqual(['2026-10-26', [0], 0, 0, 0]);
    expect(view.days.periods.at(-1)?.[0]).toBe('2026-11-24');
    expect(view).toMatchObject({ empty: true, months: { highest: null, average: 0 } });
  });

  it('stacks the five largest and folds the rest on top', () => {
    const view = prepareConsumption(sevenIssuers, byIssuer);
    expect(view.series.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e', null]);
    expect(view.series.at(-1)).toEqual({ key: null, ink: 'other' });
    expect(view.months.periods.at(-1)).toEqual(['2026-11', [70, 60, 50, 40, 30, 30], 280, 420, 14]);
    expect(view.days.periods.at(-1)?.[1]).toEqual([0, 0, 0, 0, 0, 10]);
  });

  it('has nothing left over when there are five at most', () => {
    const few = { ...sevenIssuers, monthRows: sevenIssuers.monthRows.filter(([, key]) => key < 'f'), dayRows: [] };
    const view = prepareConsumption({ ...few, previousRows: [] }, byIssuer);
    expect(view.series.map(({ ink }) => ink)).toEqual([1, 2, 3, 4, 5]);
    expect(view.breakdown?.rest).toEqual([]);
  });

  it('keeps the ink of a thing when the period changes', () => {
    const old: PeriodRow = ['2025-01', 'g', 1_000_000, 1, 0];
    const data = { ...sevenIssuers, monthRows: [...sevenIssuers.monthRows, old] };
    const short = prepareConsumption(data, { ...byIssuer, months: 6, days: 90 });
    expect(prepareConsumption(data, { ...byIssuer, months: 24 }).series).toEqual(short.series);
  });

  it('names in the legend what the bars show, with shares of the whole and its parts', () => {
    const { breakdown } = prepareConsumption(sevenIssuers, byIssuer);
    expect(breakdown?.rows.map(({ value }) => value)).toEqual([70, 60, 50, 40, 30, 30]);
    expect(breakdown?.rest.map(({ key, value }) => [key, value])).toEqual([
      ['f', 20],
      ['g', 10],
    ]);
    expect(breakdown?.total).toBe(280);
    expect(breakdown?.rest.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBe(breakdown?.rows[5]?.share);
    expect(breakdown?.rows[0]?.change).toBeCloseTo(0.4);
    expect(breakdown?.change).toBeCloseTo(280 / 350 - 1);
  });

  it('counts requests when split by status, each status in its own ink', () => {
    const data: ConsumptionData = { ...nothing, monthRows: [['2026-11', 'FAILED', 0, 9, 9]] };
    const view = prepareConsumption(data, { ...query, split: 'status' });
    expect(view.series[2]).toEqual({ key: 'FAILED', ink: 3 });
    expect(view.months.periods.at(-1)).toEqual(['2026-11', [0, 0, 9, 0, 0, 0], 0, 9, 9]);
  });

  it('averages finished days only', () => {
    const dayRows: PeriodRow[] = [
      ['2026-11-22', '', 29, 1, 0],
      ['2026-11-23', '', 29, 1, 0],
      ['2026-11-24', '', 9_999, 1, 0],
    ];
    expect(prepareConsumption({ ...nothing, dayRows }, query).days.average).toBe(2);
  });

  it('compares only when asked to', () => {
    expect(prepareConsumption(sevenIssuers, byIssuer).previous).toEqual([350, 280, 7]);
    expect(prepareConsumption(sevenIssuers, { ...byIssuer, compare: false }).previous).toBeNull();
  });

  it('counts client services without the deleted ones', () => {
    const services = { active: 31, suspended: 1, blocked: 1, deleted: 7 };
    expect(prepareConsumption({ ...nothing, services }, query).services).toEqual({
      active: 31,
      all: 33,
      others: [
        ['suspended', 1],
        ['blocked', 1],
      ],
    });
  });
});

describe('a dashboard of one issuer', () => {
  const narrowed = { ...query, issuer: 'i', service: 's' };

  it('names what it is narrowed to, and says where that is not in scope', () => {
    const view = prepareConsumption({ ...nothing, names: { i: { label: 'Padaria' } } }, narrowed);
    expect(view.narrowed).toEqual([
      { owner: 'service', name: null },
      { owner: 'issuer', name: { label: 'Padaria' } },
    ]);
  });

  it('carries that into the filter behind every number', () => {
    const view = prepareConsumption(nothing, narrowed);
    const only = { service: 's', issuer: 'i' };
    expect(spanOf(view, 'running')).toEqual({ ...only, from: '2026-11-01', to: '2026-11-24' });
    expect(spanOf(view, 'previous')).toEqual({ ...only, from: '2026-10-01', to: '2026-10-24' });
    expect(spanOf(view, '2026-02')).toEqual({ ...only, from: '2026-02-01', to: '2026-02-28' });
    expect(spanOf(view, '2026-11-23')).toEqual({ ...only, from: '2026-11-23', to: '2026-11-23' });
    expect(spanOf(prepareConsumption(nothing, query), '2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-24' });
  });
});

describe('the first day', () => {
  it('is a provisional bar without an average, new beside nothing before it', () => {
    const dayRows: PeriodRow[] = [['2026-11-24', '', 3, 2, 0]];
    const view = prepareConsumption({ ...nothing, dayRows, monthRows: [['2026-11', '', 3, 2, 0]] }, query);
    expect(view).toMatchObject({ empty: false, running: [3, 2, 0], previous: [0, 0, 0] });
    expect(view.days).toMatchObject({ average: 0, highest: 29 });
    expect(view.months.highest).toBe(11);
  });
});

describe('the filter behind a number', () => {
  const range = { from: '2026-11-01', to: '2026-11-24' };

  it('is the days and the thing itself', () => {
    expect(filterOf(range, 'none', '')).toEqual(range);
    expect(filterOf(range, 'issuer', 'a')).toEqual({ ...range, issuer: 'a' });
    expect(filterOf(range, 'status', 'FAILED')).toEqual({ ...range, status: 'FAILED' });
  });

  it('does not exist for the rest', () => {
    expect(filterOf(range, 'service', null)).toBeNull();
  });
});

describe('whatever the rows', () => {
  const today = '2026-11-24';
  const key = fc.constantFrom(...'abcdefghij');
  const count = fc.integer({ min: 0, max: 100_000 });
  const days = fc.integer({ min: 0, max: 89 }).map((back) => addDays(today, -back));
  const rows = (period: fc.Arbitrary<string>) =>
    fc.array(
      fc.tuple(period, key, count, count, count).map((row): PeriodRow => row),
      { maxLength: 60 },
    );
  const data = fc.record({
    monthRows: rows(fc.constantFrom(...monthsUntil(today, 12))),
    dayRows: rows(days),
    previousRows: fc.array(
      fc.tuple(key, count, count, count).map((row): KeyRow => row),
      { maxLength: 20 },
    ),
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('no signed item is lost or counted twice, split or not', () => {
    fc.assert(
      fc.property(data, (some) => {
        const view = prepareConsumption({ ...nothing, ...some }, { ...byIssuer, days: 90 });
        const items = sum(some.monthRows.map((row) => row[2]));
        expect(sum(view.months.periods.map(heightOf))).toBe(items);
        expect(sum(view.months.periods.map((period) => period[2]))).toBe(items);
        expect(sum(view.days.periods.map(heightOf))).toBe(sum(some.dayRows.map((row) => row[2])));
      }),
    );
  });

  it('the legend, the last bar and the card say the same', () => {
    fc.assert(
      fc.property(data, (some) => {
        const { breakdown, months, running } = prepareConsumption({ ...nothing, ...some }, byIssuer);
        const last = months.periods.at(-1);
        expect(breakdown?.rows.map(({ value }) => value)).toEqual(last?.[1]);
        expect(breakdown?.total).toBe(running[0]);
        const shares = breakdown?.rows.map(({ share }) => share ?? 0) ?? [];
        expect(sum(shares)).toBe(running[0] === 0 ? 0 : 1000);
        expect(last?.[0]).toBe(monthOf(today));
      }),
    );
  });

  it('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(data, (some) => {
        const turned = {
          monthRows: some.monthRows.toReversed(),
          dayRows: some.dayRows.toReversed(),
          previousRows: some.previousRows.toReversed(),
        };
        expect(prepareConsumption({ ...nothing, ...turned }, byIssuer)).toEqual(
          prepareConsumption({ ...nothing, ...some }, byIssuer),
        );
      }),
    );
  });
});
