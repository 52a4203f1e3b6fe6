import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessesList } from '@/components/accesses/accesses-list';
import { CompanyHead } from '@/components/companies/company-head';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { accessDirectory } from '@/lib/services/accesses/list';
import { directoryProps } from '../../../../directory-props';
import { issuerPage } from '../../../../found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.accesses') };
}

/** The accesses of one issuer. */
export default async function IssuerAccessesPage({ params, searchParams }: PageProps<'/issuers/[id]/accesses'>) {
  const { id } = await params;
  const { actor, company } = await issuerPage(id, 'accesses');
  const at = paths.issuer(id, 'accesses');
  const props = await directoryProps(actor, {
    of: accessDirectory,
    params: await searchParams,
    at,
    narrow: { issuer: id },
  });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="accesses" />
      <Messages of={['lists', 'directory', 'vocabulary']}>
        <AccessesList {...props} />
      </Messages>
    </>
  );
}
