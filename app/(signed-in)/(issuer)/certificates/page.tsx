import { CertificatesList } from '@/components/certificates/certificates-list';
import { paths } from '@/lib/paths';
import { certificateDirectory } from '@/lib/services/certificates/list';
import { directoryPage, directoryTitle } from '../../directory-page';

export const generateMetadata = directoryTitle('certificates');

/** The certificates of the issuers in the operator's scope. */
export default function CertificatesPage({ searchParams }: PageProps<'/certificates'>) {
  return directoryPage(paths.certificates(), {
    of: certificateDirectory,
    list: (props, actor) => <CertificatesList {...props} single={actor.role === 'issuer'} />,
    searchParams,
  });
}
