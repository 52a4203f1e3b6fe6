import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { getFormat } from '@/lib/format/server';
import { href, paths } from '@/lib/paths';
import type { CertificateDetail } from '@/lib/services/certificates/schemas';

/** What a certificate says of itself, and how its key signs. */
export async function CertificateFacts({ certificate }: { certificate: CertificateDetail }) {
  const [t, format] = await Promise.all([getTranslations('certificate'), getFormat()]);
  const { subject, issuerName, serial, validFrom, validTo, keyAlgorithm, keyLength, scal, multisign } = certificate;
  const day = (at: number) => format.parts(at).day;
  const checked = certificate.revocationCheckedAt;
  return (
    <Facts
      of={[
        [t('subject'), <bdi key="subject">{subject.name}</bdi>],
        [t('organisation'), <bdi key="organisation">{subject.organisation}</bdi>],
        [t('vat'), subject.vat === '' ? null : subject.vat],
        [t('issuerName'), <bdi key="issuer">{issuerName}</bdi>],
        [t('serial'), serial],
        [t('valid'), `${day(validFrom)} – ${day(validTo)}`],
        [t('revocation'), checked === null ? t('revocationNever') : t('revocationAt', { at: format.full(checked) })],
        [t('key'), `${keyAlgorithm} ${keyLength}`],
        [t('scal'), scal === '2' ? t('scalOf.2') : t('scalOf.1')],
        [t('multisign'), t('upTo', { n: format.count(multisign) })],
        [t('authority'), <bdi key="authority">{certificate.authority.name}</bdi>],
        [t('enrolled'), day(certificate.registeredAt)],
      ]}
    />
  );
}

/** The certificates above it up to the root, and both as files. */
export async function CertificateChain({ certificate: { id, chain } }: { certificate: CertificateDetail }) {
  const [t, format] = await Promise.all([getTranslations('certificate'), getFormat()]);
  return (
    <>
      <ol className="howto">
        {chain.map(({ name, organisation, validTo }) => (
          <li key={name}>
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            {organisation === name ? null : <bdi>{organisation}</bdi>}{' '}
            <span className="q">{t('chainUntil', { day: format.parts(validTo).day })}</span>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-4 text-13">
        <a className="underline" href={href(paths.certificateFile(id, 'certificate'))} download>
          {t('downloadOne')}
        </a>
        <a className="underline" href={href(paths.certificateFile(id, 'chain'))} download>
          {t('downloadAll')}
        </a>
      </p>
    </>
  );
}
