import { getTranslations } from 'next-intl/server';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';

/** The parts of the configuration that exist. */
export async function ConfigurationTabs({ current }: { current: string }) {
  const t = await getTranslations('configuration');
  const tabs = [
    [t('general.title'), paths.settings()],
    [t('authorities.title'), paths.authorities()],
    [t('mail.title'), paths.mails()],
  ] as const;
  return (
    <nav className="views" aria-label={t('tabs')}>
      {tabs.map(([label, to]) => (
        <NavLink key={to} to={to} aria-current={to === current ? 'page' : undefined}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
