import type { Metadata } from 'next';
import { ChangeType } from '@/components/companies/change-type';
import { CompanyHead } from '@/components/companies/company-head';
import { CompanySummary } from '@/components/companies/company-summary';
import { PartnerLinks } from '@/components/companies/partner-links';
import { StatusActions } from '@/components/companies/status-actions';
import { installationUrl } from '@/lib/environment';
import { Messages } from '@/lib/i18n/client-messages';
import { href, paths } from '@/lib/paths';
import { readAll } from '@/lib/services/read-all';
import { listBundles } from '@/lib/services/subscriptions/bundles';
import { partnerPage } from '../../../found';
import { changeStatus, changeType } from './actions';

/** The form with partner and bundle filled in, as one sends it to somebody. */
const subscriptionLink = (partner: string, bundle: string): string =>
  `${installationUrl().origin}${href(paths.subscribeIssuer({ partner, bundle }))}`;

export async function generateMetadata({ params }: PageProps<'/partners/[id]'>): Promise<Metadata> {
  return { title: (await partnerPage((await params).id)).company.name };
}

/** One partner: what it is, and what may be done with it. */
export default async function PartnerPage({ params }: PageProps<'/partners/[id]'>) {
  const { actor, company } = await partnerPage((await params).id);
  const { bundles } = await readAll(actor, { bundles: [listBundles, { language: actor.language }] });
  const links = bundles.map(({ code, name }) => ({ name, link: subscriptionLink(company.code, code) }));
  return (
    <>
      <Messages of={['forms', 'company']}>
        <CompanyHead company={company} role={actor.role} tab="">
          {actor.role === 'administrator' && company.status !== 'deleted' ? (
            <ChangeType partner={company} action={changeType} />
          ) : null}
          <StatusActions company={company} action={changeStatus} />
        </CompanyHead>
      </Messages>
      <CompanySummary company={company} role={actor.role} readOnly={actor.readOnly}>
        {company.status === 'active' ? <PartnerLinks links={links} /> : null}
      </CompanySummary>
    </>
  );
}
