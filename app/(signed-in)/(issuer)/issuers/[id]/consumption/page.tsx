import { companyConsumption, tabTitle } from '../../../../company-tabs';

export const generateMetadata = tabTitle('consumption');

/** The consumption of one issuer. */
export default function IssuerConsumptionPage(page: PageProps<'/issuers/[id]/consumption'>) {
  return companyConsumption('issuer', page);
}
