import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompanyHead } from '@/components/companies/company-head';
import { OperationsList } from '@/components/operations/operations-list';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { issuerPage } from '../../../../found';
import { operationsProps } from '../../../../operations-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.operations') };
}

/** The operations of one issuer. */
export default async function IssuerOperationsPage({ params, searchParams }: PageProps<'/issuers/[id]/operations'>) {
  const { id } = await params;
  const { actor, company } = await issuerPage(id, 'operations');
  const at = paths.issuer(id, 'operations');
  const props = await operationsProps(actor, { params: await searchParams, at, narrow: { issuer: id } });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="operations" />
      <Messages of={['lists', 'operationList', 'vocabulary']}>
        <OperationsList {...props} />
      </Messages>
    </>
  );
}
