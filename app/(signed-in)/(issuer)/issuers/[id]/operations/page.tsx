import { companyOperations, tabTitle } from '../../../../company-tabs';

export const generateMetadata = tabTitle('operations');

/** The operations of one issuer. */
export default function IssuerOperationsPage(page: PageProps<'/issuers/[id]/operations'>) {
  return companyOperations('issuer', page);
}
