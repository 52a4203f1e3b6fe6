import { companyConsumption, tabTitle } from '../../../../company-tabs';

export const generateMetadata = tabTitle('consumption');

/** The consumption of one partner. */
export default function PartnerConsumptionPage(page: PageProps<'/partners/[id]/consumption'>) {
  return companyConsumption('partner', page);
}
