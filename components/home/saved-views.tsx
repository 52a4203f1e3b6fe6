import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { viewParams } from '@/lib/domain/list-view';
import type { ListName } from '@/lib/domain/lists';
import { paths } from '@/lib/paths';
import type { HomeView } from '@/lib/services/home/schemas';

/** Pages of the lists that have views. */
const addresses: Record<ListName, (query: Readonly<Record<string, string>>) => string> = {
  operations: paths.operations,
  documents: paths.documents,
  hashes: (query) => paths.documents({ ...query, kind: 'hash' }),
  issuers: paths.issuers,
  partners: paths.partners,
  operators: paths.operators,
  accesses: paths.accesses,
  subscriptions: paths.subscriptions,
  mails: paths.mails,
  authorities: paths.authorities,
  certificates: paths.certificates,
  wallets: paths.wallets,
};

/** The operator's own saved views, each one press away. */
export function SavedViews({ views }: { views: readonly HomeView[] }) {
  const t = useTranslations('home.views');
  return (
    <section aria-label={t('title')}>
      <div className="bar mb-0">
        <h2 className="h2 grow">{t('title')}</h2>
      </div>
      {views.length === 0 ? <p className="help">{t('none')}</p> : null}
      <ul className="saved">
        {views.map(({ id, list, name, query }) => (
          <li key={id}>
            <Icon name="bookmark" small />
            <Link href={addresses[list]({ ...viewParams(list, query), view: id })} prefetch={false}>
              {name}
            </Link>
            <span className="q">{t(`list.${list}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
