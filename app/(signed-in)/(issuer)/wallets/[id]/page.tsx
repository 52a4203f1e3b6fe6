import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/detail/card';
import { DetailHead } from '@/components/detail/detail-head';
import { ButtonLink } from '@/components/ui/button-link';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/page-head';
import { MakeCurrent, WalletActions } from '@/components/wallets/wallet-actions';
import { WalletCertificates } from '@/components/wallets/wallet-certificates';
import { reachOf } from '@/lib/domain/permissions';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { walletPage } from '../../../found';
import { makeCurrent, remove, rename } from './actions';

export async function generateMetadata({ params }: PageProps<'/wallets/[id]'>): Promise<Metadata> {
  return { title: (await walletPage((await params).id)).wallet.name };
}

/** One wallet: its certificates, which of them is the current one, and the services that sign with that. */
export default async function WalletPage({ params }: PageProps<'/wallets/[id]'>) {
  const { actor, wallet } = await walletPage((await params).id);
  const [t, d, shell, format] = await Promise.all([
    getTranslations('wallet'),
    getTranslations('directory'),
    getTranslations('shell'),
    getFormat(),
  ]);
  const edits = reachOf('certificates.edit', actor.role) !== null && !actor.readOnly;
  const { name, principal, services, issuer, registeredAt } = wallet;
  return (
    <Messages of={['forms', 'wallet']}>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('wallets.title'), href: paths.wallets() }, { label: name }]}
      />
      <DetailHead
        name={name}
        words={{ copy: t('copy'), copied: t('copied'), tabs: t('tabs') }}
        current={paths.wallet(wallet.id)}
      >
        {edits && !principal ? <WalletActions wallet={wallet} rename={rename} remove={remove} /> : null}
      </DetailHead>
      <div className="split">
        <section className="min-w-0" aria-labelledby="held">
          <div className="sec pb-0">
            <h2 id="held" className="h2">
              {t('certificates')}
            </h2>
          </div>
          <WalletCertificates
            wallet={wallet}
            enrol={
              edits ? <ButtonLink href={paths.newCertificate({ wallet: wallet.id })}>{t('enrol')}</ButtonLink> : null
            }
            act={(each) =>
              edits ? (
                <MakeCurrent wallet={wallet} certificate={each} services={services.length} action={makeCurrent} />
              ) : null
            }
          />
        </section>
        <div>
          <Card id="general" title={t('general')}>
            {principal ? (
              <div className="mb-3">
                <Notice>{t('principal')}</Notice>
              </div>
            ) : null}
            <Facts
              of={[
                [t('issuer'), <bdi key="issuer">{issuer.name}</bdi>],
                [t('registered'), format.parts(registeredAt).day],
              ]}
            />
          </Card>
          <Card id="services" title={t('services')}>
            {services.length === 0 ? <p className="s text-13">{t('noServices')}</p> : null}
            <ul className="text-13">
              {services.map(({ id, alias }) => (
                <li key={id} className="id break-all">
                  {alias}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </Messages>
  );
}
