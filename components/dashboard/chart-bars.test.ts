import { describe, expect, it } from 'vitest';
import type { ConsumptionData, ConsumptionQuery } from '@/lib/domain/consumption';
import { prepareConsumption } from '@/lib/domain/consumption-view';
import { formatter } from '@/lib/format/formatter';
import { dayBars, monthBars } from './chart-bars';

const data: ConsumptionData = {
  today: '2026-11-24',
  now: '2026-11-24T14:32:00Z',
  timeZone: 'Europe/Lisbon',
  monthRows: [['2026-11', '', 48_213, 46_902, 127]],
  dayRows: [['2026-11-23', '', 2_900, 2_800, 1]],
  previousRows: [],
  failureRows: [],
  failuresNow: [],
  names: {},
  services: {},
};
const everything = { service: null, issuer: null, partner: null };
const query: ConsumptionQuery = { months: 12, days: 30, split: 'none', compare: false, ...everything };
const f = formatter('en', 'Europe/Lisbon');
const words = {
  nameOf: () => 'Signed items',
  titleOf: (period: string, provisional: boolean) => (provisional ? `${period} so far` : period),
  sumName: 'Total',
};
const monthsOf = (months: 6 | 12 | 24) => monthBars(prepareConsumption(data, { ...query, months }), f, words);
const daysOf = (days: 30 | 90) => dayBars(prepareConsumption(data, { ...query, days }), f, words);

describe('bars by month', () => {
  it('names every month, and the year where it begins', () => {
    const { bars } = monthsOf(12);
    expect(bars.map(({ label }) => label).slice(0, 3)).toEqual(['Dec', 'Jan', 'Feb']);
    expect(bars.flatMap(({ note }, index) => (note ? [[index, note]] : []))).toEqual([
      [0, '2025'],
      [1, '2026'],
    ]);
  });

  it('keeps the running month named on every screen, hatched and with its figure', () => {
    const { bars, lastFigure } = monthsOf(24);
    expect(bars.at(-1)).toMatchObject({ title: '2026-11 so far', label: 'Nov', height: 48_213 });
    expect(bars.at(-1)?.room).toBeUndefined();
    expect(bars.at(-2)?.room).toBe('desk');
    expect(lastFigure).toBe('48,213');
  });
});

describe('bars by day', () => {
  const labels = (days: 30 | 90) => daysOf(days).bars.flatMap(({ label }) => (label ? [label] : []));

  it('names the Mondays, every second one of ninety days', () => {
    expect(labels(30)).toEqual(
      ['26 Oct', '2 Nov', '9 Nov', '16 Nov', '23 Nov'].map((day) => day.replace(' ', '\u00a0')),
    );
    expect(labels(90)).toHaveLength(7);
  });

  it('carry the average of the finished days', () => {
    expect(daysOf(30).average).toBe(100);
  });
});
