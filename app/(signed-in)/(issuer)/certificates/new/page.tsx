import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EnrolForm } from '@/components/certificates/enrol-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { reachOf } from '@/lib/domain/permissions';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { enrolmentOptions } from '@/lib/services/certificates/options';
import { readAll } from '@/lib/services/read-all';
import { enrol } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificateFlow'))('new.title') };
}

/** Where an issuer begins to enrol a certificate, perhaps into a wallet that it came from. */
export default async function EnrolPage({ searchParams }: PageProps<'/certificates/new'>) {
  const actor = await requireActor(paths.newCertificate());
  if (actor.readOnly || reachOf('certificates.edit', actor.role) === null) forbidden();
  const { options } = await readAll(actor, { options: [enrolmentOptions, {}] });
  const { wallet: from } = await searchParams;
  const into = options.wallets.find(({ id }) => id === from) ?? options.wallets[0];
  const [t, d, shell] = await Promise.all([
    getTranslations('certificateFlow'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('certificates.title'), href: paths.certificates() }, { label: t('new.title') }]}
      />
      <PageHead title={t('new.title')} sub={t('new.sub')} />
      {options.authorities.length === 0 ? (
        <EmptyState kind="nothing" title={t('new.title')} text={t('new.none')} />
      ) : (
        <Messages of={['forms', 'certificateFlow']}>
          <EnrolForm {...options} into={into?.id ?? ''} action={enrol} />
        </Messages>
      )}
    </>
  );
}
