import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CertificateForm } from '@/components/certificates/edit-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { reachOf } from '@/lib/domain/permissions';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { enrolmentOptions } from '@/lib/services/certificates/options';
import { readAll } from '@/lib/services/read-all';
import { certificatePage } from '../../../../found';
import { edit } from '../actions';

type Props = PageProps<'/certificates/[id]/edit'>;

/** Whose role may not edit is told so, whatever the certificate; who may not now, once there is one. */
async function editablePage(id: string) {
  const { role, readOnly } = await requireActor(paths.certificate(id, 'edit'));
  if (reachOf('certificates.edit', role) === null) forbidden();
  const page = await certificatePage(id, 'edit');
  if (readOnly) forbidden();
  return page;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { certificate } = await editablePage((await params).id);
  return { title: (await getTranslations('certificate'))('editTitle', { alias: certificate.alias }) };
}

/** Gives a certificate another alias or wallet: its own issuer's operators alone. */
export default async function EditCertificatePage({ params }: Props) {
  const { actor, certificate } = await editablePage((await params).id);
  const { options } = await readAll(actor, { options: [enrolmentOptions, {}] });
  const [t, d, shell] = await Promise.all([
    getTranslations('certificate'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const { id, alias } = certificate;
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[
          { label: d('certificates.title'), href: paths.certificates() },
          { label: alias, href: paths.certificate(id) },
          { label: t('edit') },
        ]}
      />
      <PageHead title={t('editTitle', { alias })} sub={t('editSub')} />
      <Messages of={['forms', 'certificate']}>
        <CertificateForm certificate={certificate} wallets={options.wallets} action={edit} />
      </Messages>
    </>
  );
}
