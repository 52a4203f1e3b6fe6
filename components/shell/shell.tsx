'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Brand } from '@/components/icons/brand';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';
import { Drawer } from './drawer';
import { Fold } from './fold';
import { rememberFold } from './fold-cookie';
import { ProfileMenu } from './profile-menu';
import { ReadOnlyLine } from './read-only-line';
import { ScopeBadge, ScopeLine } from './scope-badge';
import type { SectionKey } from './section-list';
import { Sections } from './sections';
import type { ScopeSummary, ShellActions, ShellOperator } from './shell-props';

/**
 * The frame of every signed-in page: rail (drawer on phones), header with environment, scope and profile. A client
 * component with few props, since what the server renders travels twice. The page draws its own crumbs into the header.
 */
export function Shell({
  operator,
  sections,
  scope,
  environment,
  folded: foldedBefore,
  actions,
  children,
}: {
  operator: ShellOperator;
  /** What the role may open: `sectionsOf`, asked on the server. */
  sections: readonly SectionKey[];
  scope: ScopeSummary;
  /** Name of the installation, null in production. */
  environment: string | null;
  /** As this browser keeps it (fold-cookie.ts). */
  folded: boolean;
  actions: ShellActions;
  children: ReactNode;
}) {
  const t = useTranslations('shell');
  const [folded, setFolded] = useState(foldedBefore);
  const fold = (next: boolean) => {
    rememberFold(document, next);
    setFolded(next);
  };
  return (
    <div className={folded ? 'app folded' : 'app'} data-operator={operator.email}>
      <a className="skip btn" href="#page">
        {t('skip')}
      </a>
      <nav className="rail" aria-label={t('sectionsLabel')}>
        <NavLink className="brand" to={paths.home()} aria-label="Sign'Stash">
          <Brand />
        </NavLink>
        <Sections keys={sections} />
        <Fold folded={folded} onToggle={() => fold(!folded)} />
      </nav>
      <div className="main">
        <header className="contents">
          <div className="top">
            <Drawer keys={sections} />
            {environment ? <span className="tag own">{environment}</span> : null}
            <ScopeBadge role={operator.role} scope={scope} />
            <ProfileMenu operator={operator} actions={actions} />
          </div>
          <ScopeLine role={operator.role} scope={scope} />
          <ReadOnlyLine operator={operator} />
        </header>
        <main className="page" id="page" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
