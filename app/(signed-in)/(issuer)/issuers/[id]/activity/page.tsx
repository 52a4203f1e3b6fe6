import { companyActivity, tabTitle } from '../../../../company-tabs';

export const generateMetadata = tabTitle('activity');

/** What happened in one issuer. */
export default function IssuerActivityPage(page: PageProps<'/issuers/[id]/activity'>) {
  return companyActivity('issuer', page);
}
