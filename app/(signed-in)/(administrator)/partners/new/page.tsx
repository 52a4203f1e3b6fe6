import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CreatePartnerForm } from '@/components/subscriptions/create-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { create } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscription'))('createPartner') };
}

/** Makes a partner company. */
export default async function NewPartnerPage() {
  const actor = await requireActor(paths.newPartner());
  const [t, d, shell] = await Promise.all([
    getTranslations('subscription'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('partners.title'), href: paths.partners() }, { label: t('createPartner') }]}
      />
      <PageHead title={t('createPartner')} sub={t('createText')} />
      <Messages of={['forms', 'subscription']}>
        <CreatePartnerForm action={create} language={actor.language} />
      </Messages>
    </>
  );
}
