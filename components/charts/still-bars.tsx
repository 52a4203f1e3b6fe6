import { type Bars, centreOf, depthOf, drawings, inkClass } from './bars';

interface Part {
  readonly ink: string;
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The bars as a drawing: what the server sends, and what stays without JavaScript. */
export function StillBars({ data }: { data: Bars }) {
  const width = (drawings[data.size].part * 100) / data.bars.length;
  return (
    <svg className="still" aria-hidden="true">
      {partsOf(data, width).map(({ ink, x, top, height }) => (
        <rect key={`${x} ${ink}`} className={ink} x={`${x}%`} width={`${round(width)}%`} y={top} height={height} />
      ))}
    </svg>
  );
}

function partsOf(data: Bars, width: number): Part[] {
  const parts: Part[] = [];
  data.bars.forEach(({ values }, index) => {
    const provisional = index === data.bars.length - 1 ? ' provisional' : '';
    const x = round(centreOf(index, data.bars.length) - width / 2);
    let below = 0;
    values.forEach((value, series) => {
      const foot = depthOf(data, below);
      below += value;
      const top = depthOf(data, below);
      const ink = `${inkClass(data.series[series]?.ink ?? 'other')}${provisional}`;
      if (foot > top) parts.push({ ink, x, top, height: round(foot - top) });
    });
  });
  return parts;
}
