import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompanyHead } from '@/components/companies/company-head';
import { IssuersList } from '@/components/issuers/issuers-list';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { issuerDirectory } from '@/lib/services/issuers/list';
import { directoryProps } from '../../../../directory-props';
import { partnerPage } from '../../../../found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.issuers') };
}

/** The issuers of one partner. */
export default async function PartnerIssuersPage({ params, searchParams }: PageProps<'/partners/[id]/issuers'>) {
  const { id } = await params;
  const { actor, company } = await partnerPage(id, 'issuers');
  const at = paths.partner(id, 'issuers');
  const props = await directoryProps(actor, {
    of: issuerDirectory,
    params: await searchParams,
    at,
    narrow: { partner: id },
  });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="issuers" />
      <Messages of={['lists', 'directory', 'vocabulary']}>
        <IssuersList {...props} partners={[]} />
      </Messages>
    </>
  );
}
