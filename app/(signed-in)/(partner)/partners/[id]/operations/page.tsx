import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompanyHead } from '@/components/companies/company-head';
import { OperationsList } from '@/components/operations/operations-list';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { partnerPage } from '../../../../found';
import { operationsProps } from '../../../../operations-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('tab.operations') };
}

/** The operations of one partner. */
export default async function PartnerOperationsPage({ params, searchParams }: PageProps<'/partners/[id]/operations'>) {
  const { id } = await params;
  const { actor, company } = await partnerPage(id, 'operations');
  const at = paths.partner(id, 'operations');
  const props = await operationsProps(actor, { params: await searchParams, at, narrow: { partner: id } });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab="operations" />
      <Messages of={['lists', 'operationList', 'vocabulary']}>
        <OperationsList {...props} />
      </Messages>
    </>
  );
}
