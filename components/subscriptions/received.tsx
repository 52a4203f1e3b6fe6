'use client';

import { useTranslations } from 'next-intl';

/** What is said of every subscription that was sent, whatever came of it. */
export function Received() {
  const t = useTranslations('subscription.received');
  return (
    <div className="said">
      <h2 className="h1">{t('title')}</h2>
      <p>{t('text')}</p>
    </div>
  );
}
