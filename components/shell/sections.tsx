'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { NavLink } from '@/components/ui/nav-link';
import { type SectionKey, sectionList } from './section-list';

const isAt = (path: string, here: string): boolean => here === path || (path !== '/' && here.startsWith(`${path}/`));

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
            aria-current={isAt(sectionList[key].path, here) ? 'page' : undefined}
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
