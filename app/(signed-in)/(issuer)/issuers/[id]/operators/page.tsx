import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompanyHead } from '@/components/companies/company-head';
import { OperatorsList } from '@/components/operators/operators-list';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { operatorDirectory } from '@/lib/services/operators/list';
import { directoryProps } from '../../../../directory-props';
import { issuerPage } from '../../../../found';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.operators') };
}

/** The operators of one issuer. */
export default async function IssuerOperatorsPage({ params, searchParams }: PageProps<'/issuers/[id]/operators'>) {
  const { id } = await params;
  const { actor, company } = await issuerPage(id, 'operators');
  const at = paths.issuer(id, 'operators');
  const props = await directoryProps(actor, {
    of: operatorDirectory,
    params: await searchParams,
    at,
    narrow: { issuer: id },
  });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="operators" />
      <Messages of={['lists', 'directory', 'vocabulary']}>
        <OperatorsList {...props} />
      </Messages>
    </>
  );
}
