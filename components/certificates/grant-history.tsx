import { getTranslations } from 'next-intl/server';
import { getFormat } from '@/lib/format/server';
import type { Grant } from '@/lib/services/certificates/schemas';

/** The accesses that a certificate had, the latest first. */
export async function GrantHistory({ history }: { history: readonly Grant[] }) {
  const [t, format] = await Promise.all([getTranslations('certificate.history'), getFormat()]);
  const outcomeOf = ({ replacedAt, revokedAt, expiresAt }: Grant) =>
    revokedAt !== null ? 'revoked' : replacedAt !== null ? 'replaced' : expiresAt <= Date.now() ? 'over' : 'inUse';
  return (
    <section aria-labelledby="history">
      <div className="sec pb-0">
        <h2 id="history" className="h2">
          {t('title')}
        </h2>
        {history.length === 0 ? <p className="s text-13">{t('none')}</p> : null}
      </div>
      {history.length === 0 ? null : (
        <div className="shorttable">
          <table className="t">
            <caption className="sr-only">{t('title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('granted')}</th>
                <th scope="col" className="max-phone:hidden">
                  {t('by')}
                </th>
                <th scope="col">{t('until')}</th>
                <th scope="col" className="num">
                  {t('used')}
                </th>
                <th scope="col">{t('outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {history.map((grant) => (
                <tr key={grant.id}>
                  <td>
                    <span className="max-phone:hidden">{format.full(grant.grantedAt)}</span>
                    <span className="hidden max-phone:inline">{format.parts(grant.grantedAt).day}</span>
                  </td>
                  <td className="max-phone:hidden">
                    <bdi>{grant.grantedBy ?? t('somebody')}</bdi>
                  </td>
                  <td>{format.parts(grant.expiresAt).day}</td>
                  <td className="num">{format.count(grant.used)}</td>
                  <td>
                    <span className="tag own">{t(outcomeOf(grant))}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
