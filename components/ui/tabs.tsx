import Link from 'next/link';
import type { ReactNode } from 'react';

export type Tab = {
  readonly href: string;
  readonly label: ReactNode;
  readonly count?: string;
  readonly current: boolean;
};

/** Tabs that are addresses: parts of a detail page. `label` names them for screen readers. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="views" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} prefetch={false} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className="n">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
