import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Brand } from '@/components/icons/brand';
import { LanguageChoice } from '@/components/shell/language-choice';
import type { Day } from '@/lib/domain/consumption-calendar';
import { YearRing } from './year-ring';

/**
 * The sign-in page around its form (`children`): brand, language, the year the law leaves. `today` is the local day of
 * the installation, `environment` its name unless it is production.
 */
export async function Door({
  today,
  environment,
  children,
}: {
  today: Day;
  environment: string | null;
  children: ReactNode;
}) {
  const t = await getTranslations('signIn');
  return (
    <main className="door">
      <section className="in">
        <div className="brand">
          <Brand />
          <span className="grow" />
          <LanguageChoice label={t('language')} />
        </div>
        {children}
        <p className="foot">{environment ? <span className="tag own">{environment}</span> : null}</p>
      </section>
      <YearRing today={today} />
    </main>
  );
}
