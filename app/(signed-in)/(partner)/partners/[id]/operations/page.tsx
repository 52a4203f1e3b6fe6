import { companyOperations, tabTitle } from '../../../../company-tabs';

export const generateMetadata = tabTitle('operations');

/** The operations of one partner. */
export default function PartnerOperationsPage(page: PageProps<'/partners/[id]/operations'>) {
  return companyOperations('partner', page);
}
