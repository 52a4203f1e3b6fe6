import { Fragment, type ReactNode } from 'react';
import { absent } from '@/lib/format/numbers';

/** Names and values of one thing. `two` sets them in two columns on a desk; null is shown as absent. */
export function Facts({
  of,
  two = false,
}: {
  of: readonly (readonly [name: string, value: ReactNode])[];
  two?: boolean;
}) {
  return (
    <dl className={two ? 'facts two' : 'facts'}>
      {of.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value ?? absent}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
