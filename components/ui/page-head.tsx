import type { ReactNode } from 'react';
import { NavLink } from './nav-link';

/** Title of a page, or of a part of one, with its count, a line under it, and what one may do at the right end. */
export function PageHead({
  title,
  part = false,
  count,
  sub,
  children,
}: {
  title: string;
  part?: boolean;
  count?: ReactNode;
  sub?: ReactNode;
  children?: ReactNode;
}) {
  const Heading = part ? 'h2' : 'h1';
  return (
    <div className="head">
      <div className="grow">
        <Heading>
          {title}
          {count === undefined ? null : <span className="count"> {count}</span>}
        </Heading>
        {sub ? <p className="sub">{sub}</p> : null}
      </div>
      {children}
    </div>
  );
}

export type Crumb = { readonly label: string; readonly href?: string };

/** Where the page stands. The last crumb is the page itself; on a phone it is the title in the header. */
export function Breadcrumbs({ label, of }: { label: string; of: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {of.map((crumb) => (
          <li key={crumb.label}>
            {crumb.href === undefined ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <NavLink to={crumb.href}>{crumb.label}</NavLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
