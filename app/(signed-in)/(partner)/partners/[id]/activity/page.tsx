import { companyActivity, tabTitle } from '../../../../company-tabs';

export const generateMetadata = tabTitle('activity');

/** What happened in one partner. */
export default function PartnerActivityPage(page: PageProps<'/partners/[id]/activity'>) {
  return companyActivity('partner', page);
}
