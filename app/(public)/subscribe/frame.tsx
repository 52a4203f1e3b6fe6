import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Brand } from '@/components/icons/brand';
import { LanguageChoice } from '@/components/shell/language-choice';
import { environmentBadge } from '@/lib/environment';
import { Messages } from '@/lib/i18n/client-messages';

/** The page around a subscription form: brand, language, what it is about. */
export async function SubscribeFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = await getTranslations('signIn');
  const environment = environmentBadge();
  return (
    <main className="subscribe">
      <div className="brand">
        <Brand />
        {environment ? <span className="tag own">{environment}</span> : null}
        <span className="grow" />
        <LanguageChoice label={t('language')} />
      </div>
      <h1 className="h1">{title}</h1>
      <p className="s">{lead}</p>
      <Messages of={['forms', 'subscription']}>{children}</Messages>
    </main>
  );
}
