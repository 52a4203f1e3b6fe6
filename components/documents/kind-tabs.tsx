import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { paths } from '@/lib/paths';

/** Documents or hashes: two lists, each with an address of its own. */
export async function KindTabs({ hash }: { hash: boolean }) {
  const t = await getTranslations('documents');
  return (
    <nav className="views" aria-label={t('kinds')}>
      <Link href={paths.documents()} prefetch={false} aria-current={hash ? undefined : 'page'}>
        {t('title')}
      </Link>
      <Link href={paths.documents({ kind: 'hash' })} prefetch={false} aria-current={hash ? 'page' : undefined}>
        {t('hashes')}
      </Link>
    </nav>
  );
}
