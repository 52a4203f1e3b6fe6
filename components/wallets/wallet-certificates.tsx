import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StatusChip } from '@/components/ui/chip';
import { NavLink } from '@/components/ui/nav-link';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { WalletDetail } from '@/lib/services/wallets/schemas';

type Held = WalletDetail['certificates'][number];

/** The certificates of a wallet; `act` is what one may do with one that is not the current, `enrol` with an empty one. */
export async function WalletCertificates({
  wallet,
  act,
  enrol,
}: {
  wallet: WalletDetail;
  act: (of: Held) => ReactNode;
  enrol: ReactNode;
}) {
  const [t, d, format] = await Promise.all([getTranslations('wallet'), getTranslations('directory'), getFormat()]);
  if (wallet.certificates.length === 0)
    return (
      <div className="sec grid justify-items-start gap-3">
        <p className="s text-13">{t('none')}</p>
        {enrol}
      </div>
    );
  return (
    <div className="shorttable">
      <table className="t">
        <caption className="sr-only">{t('certificates')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.alias')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.until')}</th>
            <th scope="col">{t('column.current')}</th>
          </tr>
        </thead>
        <tbody>
          {wallet.certificates.map((each) => (
            <tr key={each.id}>
              <td>
                <NavLink to={paths.certificate(each.id)} className="underline">
                  <bdi>{each.alias}</bdi>
                </NavLink>
              </td>
              <td>
                <StatusChip status={each.state} label={d(`state.${each.state}`)} />
              </td>
              <td>{format.parts(each.validTo).day}</td>
              <td>{each.id === wallet.currentId ? <span className="tag own">{t('current')}</span> : act(each)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
