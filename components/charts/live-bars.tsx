'use client';

import { BarChart, type CustomTooltipProps } from '@tremor/react';
import { createContext, useContext, useMemo } from 'react';
import { BarTip } from './bar-tip';
import { type Bars, drawings } from './bars';

/** Colour names that Tremor knows and charts.css gives our inks. */
const tremorNames = {
  1: 'blue',
  2: 'amber',
  3: 'pink',
  4: 'emerald',
  5: 'indigo',
  6: 'orange',
  other: 'slate',
} as const;

const Told = createContext<{ data: Bars; figure: (value: number) => string } | null>(null);

// Tremor takes a component for its tooltip and no data for it.
function Tip({ active, label }: CustomTooltipProps) {
  const told = useContext(Told);
  return active && told ? <BarTip {...told} bar={Number(label)} /> : null;
}

// Tremor reads a series by the name of a field, and a dot in a name would be a path: so series go by their place.
const field = (series: number): string => `s${series}`;

/** Tremor's bars in our frame: axes, grid and legend are drawn outside, so that server and browser show the same. */
export default function LiveBars({
  data,
  figure,
  onOpen,
}: {
  data: Bars;
  figure: (value: number) => string;
  onOpen: (bar: number, series: number) => void;
}) {
  const rows = useMemo(
    () =>
      data.bars.map(({ values }, bar) => ({
        bar,
        ...Object.fromEntries(values.map((value, series) => [field(series), value])),
      })),
    [data],
  );
  return (
    <Told value={{ data, figure }}>
      <div className="live">
        <BarChart
          className="h-full"
          data={rows}
          index="bar"
          categories={data.series.map((_, series) => field(series))}
          colors={data.series.map(({ ink }) => tremorNames[ink])}
          stack
          maxValue={data.scale.max}
          barCategoryGap={`${(1 - drawings[data.size].part) * 50}%`}
          padding={{ left: 0, right: 0 }}
          showXAxis={false}
          showYAxis={false}
          showGridLines={false}
          showLegend={false}
          customTooltip={Tip}
          onValueChange={(event) => {
            if (event?.eventType === 'bar') onOpen(Number(event.bar), Number(event.categoryClicked.slice(1)));
          }}
        />
      </div>
    </Told>
  );
}
