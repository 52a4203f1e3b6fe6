import type { Metadata } from 'next';
import { CompanyHead } from '@/components/companies/company-head';
import { CompanySummary } from '@/components/companies/company-summary';
import { StatusActions } from '@/components/companies/status-actions';
import { Messages } from '@/lib/i18n/client-messages';
import { partnerPage } from '../../../found';
import { changeStatus } from './actions';

export async function generateMetadata({ params }: PageProps<'/partners/[id]'>): Promise<Metadata> {
  return { title: (await partnerPage((await params).id)).company.name };
}

/** One partner: what it is, and what may be done with it. */
export default async function PartnerPage({ params }: PageProps<'/partners/[id]'>) {
  const { actor, company } = await partnerPage((await params).id);
  return (
    <>
      <Messages of={['forms', 'company']}>
        <CompanyHead company={company} role={actor.role} tab="">
          <StatusActions company={company} action={changeStatus} />
        </CompanyHead>
      </Messages>
      <CompanySummary company={company} role={actor.role} readOnly={actor.readOnly} />
    </>
  );
}
