import { CertificatesList } from '@/components/certificates/certificates-list';
import { certificateDirectory } from '@/lib/services/certificates/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('certificates');

/** The certificates of a partner's issuers. */
export default async function PartnerCertificatesPage({
  params,
  searchParams,
}: PageProps<'/partners/[id]/certificates'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'partner', id, tab: 'certificates' },
    { of: certificateDirectory, list: (props) => <CertificatesList {...props} />, searchParams },
  );
}
