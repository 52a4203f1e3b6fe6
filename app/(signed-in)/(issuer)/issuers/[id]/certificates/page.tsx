import { CertificatesList } from '@/components/certificates/certificates-list';
import { certificateDirectory } from '@/lib/services/certificates/list';
import { tabTitle } from '../../../../company-tabs';
import { companyDirectory } from '../../../../directory-page';

export const generateMetadata = tabTitle('certificates');

/** The certificates of one issuer. */
export default async function IssuerCertificatesPage({
  params,
  searchParams,
}: PageProps<'/issuers/[id]/certificates'>) {
  const { id } = await params;
  return companyDirectory(
    { kind: 'issuer', id, tab: 'certificates' },
    { of: certificateDirectory, list: (props) => <CertificatesList {...props} />, searchParams },
  );
}
