import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DetailHead } from '@/components/detail/detail-head';
import { StatusChip } from '@/components/ui/chip';
import { NavLink } from '@/components/ui/nav-link';
import { Breadcrumbs } from '@/components/ui/page-head';
import { paths } from '@/lib/paths';
import type { CertificateDetail } from '@/lib/services/certificates/schemas';

/** The head of every page about a certificate. `tab` is the one shown, '' the summary. */
export async function CertificateHead({
  certificate: { id, alias, serial, access, x509, wallet, issuer },
  tab,
  children,
}: {
  certificate: CertificateDetail;
  tab: '' | 'activity';
  children?: ReactNode;
}) {
  const [t, d, shell] = await Promise.all([
    getTranslations('certificate'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const link = (chunks: ReactNode) => (
    <NavLink to={paths.wallet(wallet.id)} className="underline">
      {chunks}
    </NavLink>
  );
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('certificates.title'), href: paths.certificates() }, { label: alias }]}
      />
      <DetailHead
        name={alias}
        chip={
          <>
            <StatusChip status={access.state} label={t('chip.access', { state: d(`state.${access.state}`) })} />
            <StatusChip status={x509} label={t('chip.x509', { state: d(`x509.${x509}`) })} />
          </>
        }
        code={serial}
        facts={
          <>
            <span>
              <bdi>{issuer.name}</bdi>
            </span>
            <span>{t.rich('inWallet', { wallet: wallet.name, current: String(wallet.current), link })}</span>
          </>
        }
        words={{ copy: t('copy'), copied: t('copied'), tabs: t('tabs') }}
        tabs={[
          { label: t('tab.summary'), href: paths.certificate(id) },
          { label: t('tab.activity'), href: paths.certificate(id, 'activity') },
        ]}
        current={paths.certificate(id, tab)}
      >
        {children}
      </DetailHead>
    </>
  );
}
