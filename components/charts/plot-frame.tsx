import { type Bars, centreOf, depthOf, drawings } from './bars';

function gridValues({ scale }: Bars): number[] {
  return Array.from({ length: scale.max / scale.step + 1 }, (_, index) => index * scale.step);
}

/** Figures of the vertical axis. */
export function PlotAxis({ data, axisFigure }: { data: Bars; axisFigure: (value: number) => string }) {
  return (
    <svg aria-hidden="true">
      {gridValues(data).map((value) => (
        <text key={value} x="36" y={depthOf(data, value) + 4} textAnchor="end">
          {axisFigure(value)}
        </text>
      ))}
    </svg>
  );
}

/** Hairlines behind the bars. */
export function PlotGrid({ data }: { data: Bars }) {
  return (
    <svg aria-hidden="true">
      {gridValues(data)
        .slice(1)
        .map((value) => (
          <line key={value} className="gridline" x1="0" x2="100%" y1={depthOf(data, value)} y2={depthOf(data, value)} />
        ))}
    </svg>
  );
}

/** What is written and drawn over the bars: base line, labels, the average, the figure of the running period. */
export function PlotNotes({ data }: { data: Bars }) {
  const { top, drawn } = drawings[data.size];
  const base = top + drawn;
  return (
    <svg className="over" aria-hidden="true">
      <line className="base" x1="0" x2="100%" y1={base} y2={base} />
      {data.bars.map((bar, index) => (
        <BarLabel key={bar.title} data={data} index={index} y={base + 18} />
      ))}
      {data.average === undefined ? null : (
        <line className="avg" x1="0" x2="100%" y1={depthOf(data, data.average)} y2={depthOf(data, data.average)} />
      )}
      {data.lastFigure ? (
        <text
          className="on room-desk"
          x={`${centreOf(data.bars.length - 1, data.bars.length)}%`}
          y={lastFigureDepth(data)}
          textAnchor="middle"
        >
          {data.lastFigure}
        </text>
      ) : null}
    </svg>
  );
}

function BarLabel({ data, index, y }: { data: Bars; index: number; y: number }) {
  const bar = data.bars[index];
  const x = `${centreOf(index, data.bars.length)}%`;
  const strong = data.lastFigure && index === data.bars.length - 1 ? 'on' : '';
  // The name of a day is wider than its place: the last one ends with the plot.
  const atEdge = data.size === 'day' && centreOf(index, data.bars.length) > 94;
  // Two years side by side touch on a phone, and everywhere when there are many bars.
  const beside = data.bars[index + 1]?.note !== undefined;
  return (
    <>
      {bar?.label ? (
        <text
          className={`${strong} ${bar.room ? `room-${bar.room}` : ''}`}
          x={atEdge ? '100%' : x}
          y={y}
          textAnchor={atEdge ? 'end' : 'middle'}
        >
          {bar.label}
        </text>
      ) : null}
      {bar?.note && !(beside && data.bars.length > 12) ? (
        <text className={beside ? 'room-desk' : undefined} x={x} y={y + 15} textAnchor="middle">
          {bar.note}
        </text>
      ) : null}
    </>
  );
}

/** Clear of the neighbour's bar too, where places are narrower than a figure. */
function lastFigureDepth(data: Bars): number {
  const beside = data.bars.length > 12 ? 2 : 1;
  return depthOf(data, Math.max(...data.bars.slice(-beside).map(({ height }) => height))) - 6;
}
