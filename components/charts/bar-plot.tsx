'use client';

import dynamic from 'next/dynamic';
import { type Bars, isDense } from './bars';
import { PlotAxis, PlotGrid, PlotNotes } from './plot-frame';
import { StillBars } from './still-bars';

// Tremor measures its box before it draws, so it is for browsers only, and in a chunk that no list loads.
const LiveBars = dynamic(() => import('./live-bars'), { ssr: false });

/**
 * Bars of one or several series. The server draws them at once; in the browser Tremor's take their place in the same
 * box and can be pointed at and clicked. They take no keyboard focus: the table beside them holds the same links.
 */
export function BarPlot({
  data,
  summary,
  axisFigure,
  figure,
  onOpen,
}: {
  data: Bars;
  summary: string;
  axisFigure: (value: number) => string;
  figure: (value: number) => string;
  onOpen: (bar: number, series: number) => void;
}) {
  return (
    <div className="plot" data-size={data.size} role="img" aria-label={summary}>
      <PlotAxis data={data} axisFigure={axisFigure} />
      <div className="bars" data-stacked={data.series.length > 1 || undefined} data-dense={isDense(data) || undefined}>
        <PlotGrid data={data} />
        <StillBars data={data} />
        <LiveBars data={data} figure={figure} onOpen={onOpen} />
        <PlotNotes data={data} />
      </div>
    </div>
  );
}
