import { getTranslations } from 'next-intl/server';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';

/** Documents or hashes: two lists, each with an address of its own. */
export async function KindTabs({ hash }: { hash: boolean }) {
  const t = await getTranslations('documents');
  return (
    <nav className="views" aria-label={t('kinds')}>
      <NavLink to={paths.documents()} aria-current={hash ? undefined : 'page'}>
        {t('title')}
      </NavLink>
      <NavLink to={paths.documents({ kind: 'hash' })} aria-current={hash ? 'page' : undefined}>
        {t('hashes')}
      </NavLink>
    </nav>
  );
}
