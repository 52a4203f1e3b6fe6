import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { NavLink } from '@/components/ui/nav-link';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { AuthorityDetail } from '@/lib/services/authorities/schemas';

type Props = { authority: AuthorityDetail };

/** What hangs on an authority and how well it answers. */
export async function GeneralFacts({ authority }: Props) {
  const [t, format] = await Promise.all([getTranslations('authority'), getFormat()]);
  const { id, type, certificates, answered, failed, lastContactAt, registeredAt } = authority;
  const calls = answered + failed;
  const at = (time: number) => (
    <time dateTime={new Date(time).toISOString()} title={format.tooltip(time)}>
      {format.full(time)} <span className="q">{format.zone(time)}</span>
    </time>
  );
  return (
    <Facts
      of={[
        [t('type'), type === 'csc-v1' ? t('types.csc-v1') : type],
        [
          t('certificates'),
          <NavLink key="certificates" to={paths.certificates({ authority: id })}>
            {format.count(certificates)}
          </NavLink>,
        ],
        [
          t('success'),
          calls === 0
            ? t('noCalls')
            : t('successOf', { share: format.percent(answered / calls), calls: format.count(calls) }),
        ],
        [t('contact'), lastContactAt === null ? null : at(lastContactAt)],
        [t('registered'), at(registeredAt)],
      ]}
    />
  );
}

/** How it is reached, without its secret. */
export async function ServiceFacts({ authority }: Props) {
  const t = await getTranslations('authority');
  const { baseUrl, oauthUrl, clientId, scopes, timeStampUrl, info, roots } = authority;
  const told = info?.oauthUrl ?? null;
  return (
    <Facts
      of={[
        [t('baseUrl'), <bdi key="base">{baseUrl}</bdi>],
        [
          t('oauthUrl'),
          oauthUrl === '' ? (
            <span key="oauth">
              {told} <span className="q">{t('fromInfo')}</span>
            </span>
          ) : (
            oauthUrl
          ),
        ],
        [t('clientId'), <bdi key="client">{clientId}</bdi>],
        [t('secret'), t('secretKept')],
        [t('scopes'), scopes === '' ? null : scopes],
        [t('timeStampUrl'), timeStampUrl === '' ? null : timeStampUrl],
        [t('trustedRoots'), roots.length === 0 ? t('rootsDelivered') : roots.join(', ')],
      ]}
    />
  );
}

/** How long an access lasts. */
export async function RuleFacts({ authority }: Props) {
  const [t, format] = await Promise.all([getTranslations('authority'), getFormat()]);
  const { accessDays, accessSignatures, warnDays, warnPercent } = authority;
  return (
    <Facts
      of={[
        [t('rule'), t('ruleOf', { days: format.count(accessDays), signatures: format.count(accessSignatures) })],
        [t('warn'), t('warnOf', { days: format.count(warnDays), percent: format.count(warnPercent) })],
      ]}
    />
  );
}
