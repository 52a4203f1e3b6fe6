import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConfigurationTabs } from '@/components/configuration/configuration-tabs';
import { SecondFactorRule } from '@/components/configuration/second-factor-rule';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { roles } from '@/lib/domain/roles';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { readAll } from '@/lib/services/read-all';
import { securityRule } from '@/lib/services/second-factor/enforce';
import { enforce } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('configuration'))('general.title') };
}

/** What holds for the whole installation. */
export default async function GeneralConfigurationPage() {
  const actor = await requireActor(paths.settings());
  const { rule } = await readAll(actor, { rule: [securityRule, {}] });
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
        <SecondFactorRule rule={rule} roles={roles.toReversed()} action={enforce} />
      </Messages>
    </>
  );
}
