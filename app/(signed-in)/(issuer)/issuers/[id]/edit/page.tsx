import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CompanyForm } from '@/components/companies/company-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { readAll } from '@/lib/services/read-all';
import { listBundles } from '@/lib/services/subscriptions/bundles';
import { issuerPage } from '../../../../found';
import { edit } from '../actions';

export async function generateMetadata({ params }: PageProps<'/issuers/[id]/edit'>): Promise<Metadata> {
  const { company } = await issuerPage((await params).id, 'edit');
  return { title: (await getTranslations('company'))('editTitle', { name: company.name }) };
}

/** Edits one issuer. */
export default async function EditIssuerPage({ params }: PageProps<'/issuers/[id]/edit'>) {
  const { actor, company } = await issuerPage((await params).id, 'edit');
  if (company.edits === 'nothing' || actor.readOnly) forbidden();
  const [t, shell] = await Promise.all([getTranslations('company'), getTranslations('shell')]);
  const { bundles } = await readAll(actor, { bundles: [listBundles, { language: actor.language }] });
  const back = paths.issuer(company.id);
  const title = t('editTitle', { name: company.name });
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: company.name, href: back }, { label: t('edit') }]} />
      <PageHead title={title} sub={t('editSub')} />
      <Messages of={['forms', 'company']}>
        <CompanyForm company={company} action={edit} back={back} bundles={bundles} />
      </Messages>
    </>
  );
}
