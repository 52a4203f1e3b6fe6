'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import type { ConsumptionQuery } from '@/lib/domain/consumption';
import type { ConsumptionView } from '@/lib/domain/consumption-view';
import { addressOf, everything } from './address';

/** What the page is narrowed to, as a sentence of chips; each can be taken away. */
export function Narrowed({ view, query }: { view: ConsumptionView; query: ConsumptionQuery }) {
  const t = useTranslations('dashboard');
  if (view.narrowed.length === 0) return null;
  return (
    <div className="filters narrowed">
      <span>{t('only.of')}</span>
      {view.narrowed.map(({ owner, name }) => {
        const label = name === null ? t('only.unknown') : (name.label ?? t('direct'));
        return (
          <span key={owner} className="fil">
            <span className="name">
              <span className="q">{t(`thing.${owner}`)}</span> {label}{' '}
              {name?.short ? <span className="q id">{name.short}</span> : null}
            </span>
            <Link
              href={addressOf({ ...query, [owner]: null })}
              prefetch={false}
              scroll={false}
              aria-label={t('only.clear', { filter: t(`thing.${owner}`), name: label })}
            >
              <Icon name="close" small />
            </Link>
          </span>
        );
      })}
      <Link href={addressOf({ ...query, ...everything })} prefetch={false} scroll={false} className="ml-1">
        {t('only.clearAll')}
      </Link>
    </div>
  );
}
