import { type Bars, inkClass } from './bars';

/** What a pointer over a bar is told: its parts from the top down, as they are stacked, and their sum. */
export function BarTip({ data, bar, figure }: { data: Bars; bar: number; figure: (value: number) => string }) {
  const told = data.bars[bar];
  if (!told) return null;
  const parts = data.series.map(({ name, ink }, index) => ({ name, ink, value: told.values[index] ?? 0 })).toReversed();
  return (
    <div className="tip">
      <b>{told.title}</b>
      <ul>
        {parts.map(({ name, ink, value }) => (
          <li key={ink}>
            <span className={`swatch ${inkClass(ink)}`} />
            <span>{name}</span>
            <span className="num">{figure(value)}</span>
          </li>
        ))}
        {parts.length > 1 ? (
          <li className="whole">
            <span>{data.sumName}</span>
            <span className="num">{figure(told.height)}</span>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
