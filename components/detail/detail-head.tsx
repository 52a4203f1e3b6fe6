import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { NavLink } from '@/components/ui/nav-link';

/** One of the pages about a thing; `count` says how many there are of what it lists. */
export type Tab = { readonly label: string; readonly href: string; readonly count?: string };

/**
 * Which thing a page is about: name, status chip, what one may do; below it a code to copy and what else identifies it;
 * its tabs, which are routes. `current` is the address of the tab shown.
 */
export function DetailHead({
  name,
  chip,
  code,
  words,
  facts,
  tabs,
  current,
  children,
}: {
  name: string;
  chip?: ReactNode;
  code?: string;
  words: { copy: string; copied: string; tabs: string };
  facts?: ReactNode;
  tabs?: readonly Tab[];
  current: string;
  children?: ReactNode;
}) {
  return (
    <>
      <div className="ident flex-wrap">
        <h1 className="min-w-0 break-words whitespace-normal">
          <bdi>{name}</bdi>
        </h1>
        {chip}
        <span className="grow" />
        {children}
      </div>
      {code === undefined && facts === undefined ? null : (
        <div className="flex flex-wrap items-center gap-x-4 px-(--gutter) pb-3 text-13 text-text-2">
          {code === undefined ? null : <CopyButton text={code} label={words.copy} done={words.copied} />}
          {facts}
        </div>
      )}
      {tabs === undefined ? null : (
        <nav className="views" aria-label={words.tabs}>
          {tabs.map(({ label, href, count }) => (
            <NavLink key={href} to={href} aria-current={href === current ? 'page' : undefined}>
              {label}
              {count === undefined ? null : <span className="n">{count}</span>}
            </NavLink>
          ))}
        </nav>
      )}
    </>
  );
}
