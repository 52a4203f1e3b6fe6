'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/icons/icon';
import { mayOpen } from '@/lib/domain/access';
import type { Role } from '@/lib/domain/roles';
import { paths } from '@/lib/paths';

type Section = { readonly key: 'home' | 'consumption' | 'operations'; readonly path: string; readonly icon: IconName };

/** Sections that exist. What a role may not open, or what is not built, has no link. */
const sections: readonly Section[] = [
  { key: 'home', path: paths.home(), icon: 'home' },
  { key: 'consumption', path: paths.dashboard(), icon: 'overview' },
  { key: 'operations', path: paths.operations(), icon: 'operations' },
];

const isAt = (path: string, here: string): boolean => here === path || (path !== '/' && here.startsWith(`${path}/`));

/** The links of the rail and of the drawer. */
export function Sections({ role, onNavigate }: { role: Role; onNavigate?: () => void }) {
  const t = useTranslations('shell');
  const here = usePathname();
  return (
    <ul className="sections">
      {sections
        .filter((section) => mayOpen(role, section.path))
        .map((section) => (
          <li key={section.key}>
            <Link
              href={section.path}
              prefetch={false}
              aria-current={isAt(section.path, here) ? 'page' : undefined}
              onClick={() => onNavigate?.()}
              title={t(`sections.${section.key}`)}
            >
              <Icon name={section.icon} />
              <span className="l">{t(`sections.${section.key}`)}</span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
