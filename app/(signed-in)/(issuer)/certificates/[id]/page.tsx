import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessGauges } from '@/components/certificates/access-gauges';
import { CertificateChain, CertificateFacts } from '@/components/certificates/certificate-facts';
import { CertificateHead } from '@/components/certificates/certificate-head';
import { GrantHistory } from '@/components/certificates/grant-history';
import { HowToRenew } from '@/components/certificates/how-to-renew';
import { RenewAccess } from '@/components/certificates/renew-access';
import { Card } from '@/components/detail/card';
import { ButtonLink } from '@/components/ui/button-link';
import { reachOf } from '@/lib/domain/permissions';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { certificatePage } from '../../../found';
import { renew } from './actions';

export async function generateMetadata({ params }: PageProps<'/certificates/[id]'>): Promise<Metadata> {
  return { title: (await certificatePage((await params).id)).certificate.alias };
}

/** One certificate: what it is, what is left of the access to its key, and how that is renewed. */
export default async function CertificatePage({ params }: PageProps<'/certificates/[id]'>) {
  const { actor, certificate } = await certificatePage((await params).id);
  const t = await getTranslations('certificate');
  const edits = reachOf('certificates.edit', actor.role) !== null && !actor.readOnly;
  return (
    <>
      <CertificateHead certificate={certificate} tab="">
        {edits ? (
          <>
            <ButtonLink href={paths.certificate(certificate.id, 'edit')} icon="pencil">
              {t('edit')}
            </ButtonLink>
            {certificate.flow === null ? (
              <Messages of={['forms', 'certificate', 'certificateFlow']}>
                <RenewAccess certificate={certificate} action={renew} />
              </Messages>
            ) : (
              <ButtonLink href={paths.certificateFlow(certificate.flow)} icon="renew" variant="primary">
                {t('resume')}
              </ButtonLink>
            )}
          </>
        ) : null}
      </CertificateHead>
      <div className="split">
        <div className="min-w-0">
          <AccessGauges access={certificate.access} />
          <GrantHistory history={certificate.history} />
        </div>
        <div>
          {edits ? (
            <Card id="how" title={t('howTitle')}>
              <HowToRenew authority={certificate.authority.name} />
            </Card>
          ) : null}
          <Card id="certificate" title={t('card')}>
            <CertificateFacts certificate={certificate} />
          </Card>
          <Card id="chain" title={t('chain')}>
            <CertificateChain certificate={certificate} />
          </Card>
        </div>
      </div>
    </>
  );
}
