import type { ReactNode } from 'react';

const ticks = 60;

/** `stroke-dasharray` of so many ticks of a ring of sixty, after a gap of so many. */
const dashes = (gap: number, count: number): string =>
  count === 0 ? `0 ${ticks}` : `0 ${gap} ${Array.from({ length: count }, () => '0.55 0.45').join(' ')} 0 ${ticks}`;

/**
 * What is left of something as a ring of sixty ticks. It says nothing that the words beside it do not.
 * @param left between 0 and 1
 */
export function Gauge({
  left,
  figure,
  unit,
  tone,
  title,
  children,
}: {
  left: number;
  figure: string;
  unit: string;
  tone?: 'at' | 'da' | undefined;
  title: string;
  children: ReactNode;
}) {
  const share = Math.min(1, Math.max(0, left));
  const count = share === 0 ? 0 : Math.max(1, Math.round(share * ticks));
  const ring = { cx: 74, cy: 74, r: 64, fill: 'none', strokeWidth: 12, pathLength: ticks } as const;
  return (
    <div className="gauge">
      <svg viewBox="0 0 148 148" aria-hidden="true">
        <g transform="rotate(-90 74 74)">
          <circle {...ring} className="spent" strokeDasharray={dashes(0, ticks - count)} />
          <circle {...ring} className={tone ? `left ${tone}` : 'left'} strokeDasharray={dashes(ticks - count, count)} />
        </g>
        <text x="74" y="80">
          {figure}
        </text>
        <text x="74" y="101" className="u">
          {unit}
        </text>
      </svg>
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    </div>
  );
}
