import type { Scale } from '@/lib/domain/consumption-scale';
import type { Ink } from '@/lib/domain/consumption-series';

/** A bar as it is drawn and told: nothing in here is decided by a chart. */
export interface Bar {
  /** Heading of the tooltip: what the bar stands for, in full. */
  readonly title: string;
  /** From the bottom up, in the order of the series. */
  readonly values: readonly number[];
  readonly height: number;
  /** Label below the bar; bars in a dense row have none. */
  readonly label?: string;
  /** Second line of the label: the year where it begins. */
  readonly note?: string;
  /** The narrowest screen with room for the label: a desk (640 px and more) or a common phone (360 px and more). */
  readonly room?: 'desk' | 'phone';
}

export interface BarSeries {
  readonly name: string;
  readonly ink: Ink;
}

/** The last bar is the running period: hatched, because its height is not final. */
export interface Bars {
  readonly size: 'month' | 'day';
  readonly bars: readonly Bar[];
  readonly series: readonly BarSeries[];
  readonly scale: Scale;
  /** Height of the dotted line, when there is one. */
  readonly average?: number;
  /** Figure written over the last bar, when it is. */
  readonly lastFigure?: string;
  /** Name of the sum in the tooltip of a stacked bar. */
  readonly sumName: string;
}

/** The drawing in pixels, the same numbers as --plot, --above and --drawn of charts.css; a bar's part of its place. */
export const drawings = {
  month: { height: 242, top: 6, drawn: 200, part: 0.62 },
  day: { height: 168, top: 14, drawn: 132, part: 0.72 },
} as const;

/** Distance from the top of the drawing to a value. */
export function depthOf({ size, scale }: Pick<Bars, 'size' | 'scale'>, value: number): number {
  const { top, drawn } = drawings[size];
  return Math.round((top + drawn * (1 - value / scale.max)) * 10) / 10;
}

/** Where a bar's place has its centre, in percent of the width. */
export function centreOf(index: number, count: number): number {
  return ((index + 0.5) * 100) / count;
}

/** More bars than a phone can part by lines. */
export function isDense({ bars }: Pick<Bars, 'bars'>): boolean {
  return bars.length > 31;
}

/** Class that fills with an ink (charts.css). */
export function inkClass(ink: Ink): string {
  return ink === 'other' ? 'co' : `c${ink}`;
}
