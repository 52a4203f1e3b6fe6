import { addDays, type Day } from '@/lib/domain/consumption-calendar';

const center = 230;
const days = 365;
const rim = 214;

export type YearTick = { readonly day: Day; readonly line: string };
export type MonthLabel = { readonly day: Day; readonly x: number; readonly y: number };

function pointAt(index: number, radius: number): readonly [number, number] {
  const angle = (index / days) * 2 * Math.PI;
  return [center + radius * Math.sin(angle), center - radius * Math.cos(angle)];
}

const fixed = (value: number): string => value.toFixed(1);

/** One tick a day of 2026, clockwise from the top; a month's first day reaches further in. */
export function yearTicks(): YearTick[] {
  return Array.from({ length: days }, (_, index) => {
    const day = addDays('2026-01-01', index);
    const inner = day.endsWith('-01') ? rim - 28 : rim - 18;
    // Half a tick in, so that the year begins and ends at the top.
    const [x1, y1] = pointAt(index + 0.5, inner);
    const [x2, y2] = pointAt(index + 0.5, rim);
    return { day, line: `M${fixed(x1)} ${fixed(y1)}L${fixed(x2)} ${fixed(y2)}` };
  });
}

/** Where the names of the months stand: in the middle of each, inside the ring. */
export function monthLabels(): MonthLabel[] {
  const firsts = yearTicks().flatMap((tick, index) => (tick.day.endsWith('-01') ? [{ day: tick.day, index }] : []));
  return firsts.map(({ day, index }) => {
    const [x, y] = pointAt(index + 15, 170);
    return { day, x: Math.round(x * 10) / 10, y: Math.round((y + 4) * 10) / 10 };
  });
}

/** Days from `today` until 1 January 2027; zero or less once the law is in force. */
export function daysUntilInForce(today: Day): number {
  return Math.round((Date.parse('2027-01-01') - Date.parse(today)) / 86_400_000);
}
