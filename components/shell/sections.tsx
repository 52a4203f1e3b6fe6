'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { NavLink } from '@/components/ui/nav-link';
import { type SectionKey, sectionList } from './section-list';

const isBelow = (path: string, here: string): boolean => here === path || (path !== '/' && here.startsWith(`${path}/`));

/** Whoever has no list of issuers, or of partners, sees but one of them there: the own company. */
function isAt(key: SectionKey, here: string, keys: readonly SectionKey[]): boolean {
  if (isBelow(sectionList[key].path, here)) return true;
  const lists = (['issuers', 'partners'] as const).filter((list) => !keys.includes(list));
  return key === 'company' && lists.some((list) => isBelow(sectionList[list].path, here));
}

/** The links of the rail and of the drawer. Folded, their names are read out and shown as titles. */
export function Sections({ keys, onNavigate }: { keys: readonly SectionKey[]; onNavigate?: () => void }) {
  const t = useTranslations('shell.sections');
  const here = usePathname();
  return (
    <ul className="sections">
      {keys.map((key) => (
        <li key={key}>
          <NavLink
            to={sectionList[key].path}
            aria-current={isAt(key, here, keys) ? 'page' : undefined}
            onClick={() => onNavigate?.()}
            title={t(key)}
          >
            <Icon name={sectionList[key].icon} />
            <span className="l">{t(key)}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
