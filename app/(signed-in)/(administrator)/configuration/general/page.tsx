import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Bundles } from '@/components/configuration/bundles';
import { ConfigurationTabs } from '@/components/configuration/configuration-tabs';
import { SecondFactorRule } from '@/components/configuration/second-factor-rule';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { roles } from '@/lib/domain/roles';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { readAll } from '@/lib/services/read-all';
import { securityRule } from '@/lib/services/second-factor/enforce';
import { editedBundles } from '@/lib/services/subscriptions/save-bundle';
import { enforce, saveBundle } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('configuration'))('general.title') };
}

/** What holds for the whole installation. */
export default async function GeneralConfigurationPage() {
  const actor = await requireActor(paths.settings());
  const { rule, bundles } = await readAll(actor, { rule: [securityRule, {}], bundles: [editedBundles, {}] });
  const [t, shell] = await Promise.all([getTranslations('configuration'), getTranslations('shell')]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: shell('sections.configuration') }, { label: t('general.title') }]}
      />
      <PageHead title={t('general.title')} sub={t('general.sub')} />
      <ConfigurationTabs current={paths.settings()} />
      <Messages of={['forms', 'configuration']}>
        <section className="min-w-0" aria-labelledby="bundles">
          <div className="sec">
            <h2 id="bundles" className="h2">
              {t('bundles.title')}
            </h2>
            <p className="s text-13">{t('bundles.text')}</p>
          </div>
          <Bundles bundles={bundles} action={saveBundle} />
        </section>
        <SecondFactorRule rule={rule} roles={roles.toReversed()} action={enforce} />
      </Messages>
    </>
  );
}
