import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CreateIssuerForm } from '@/components/subscriptions/create-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { readAll } from '@/lib/services/read-all';
import { listBundles } from '@/lib/services/subscriptions/bundles';
import { create } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscription'))('createIssuer') };
}

/** Makes an issuer; `partner` in the address fills in whose, by code. */
export default async function NewIssuerPage({ searchParams }: PageProps<'/issuers/new'>) {
  const actor = await requireActor(paths.newIssuer());
  if (actor.readOnly) forbidden();
  const { partner } = await searchParams;
  const { bundles } = await readAll(actor, { bundles: [listBundles, { language: actor.language }] });
  const [t, d, shell] = await Promise.all([
    getTranslations('subscription'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const code = typeof partner === 'string' ? partner.slice(0, 40) : '';
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('issuers.title'), href: paths.issuers() }, { label: t('createIssuer') }]}
      />
      <PageHead title={t('createIssuer')} sub={t('createText')} />
      <Messages of={['forms', 'subscription']}>
        <CreateIssuerForm
          action={create}
          language={actor.language}
          bundles={bundles}
          partner={{ chooses: actor.role === 'administrator', code: actor.role === 'administrator' ? code : '' }}
        />
      </Messages>
    </>
  );
}
