import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ConsumptionFilter } from '@/lib/domain/consumption';
import { paths } from '@/lib/paths';

/** A figure that opens the operations it counts; plain where it counts none or no filter can say which. */
export function FigureLink({
  filter,
  count,
  children,
}: {
  filter: ConsumptionFilter | null;
  count: number;
  children: ReactNode;
}) {
  if (filter === null || count === 0) return children;
  return (
    <Link href={paths.operations(filter)} prefetch={false}>
      {children}
    </Link>
  );
}
