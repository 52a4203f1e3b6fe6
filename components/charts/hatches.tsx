import type { Ink } from '@/lib/domain/consumption-series';
import { inkClass } from './bars';

const inks: readonly Ink[] = [1, 2, 3, 4, 5, 6, 'other'];

/** The hatch of what is not final, one pattern for each ink. Stands once on a page, outside of what may be hidden. */
export function Hatches() {
  return (
    <svg className="hatches" aria-hidden="true">
      {inks.map((ink) => (
        <pattern
          key={ink}
          id={`hatch-${ink}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={inkClass(ink)} width="6" height="6" />
          <path className="hatch" d="M1.5 0v6" />
        </pattern>
      ))}
    </svg>
  );
}
