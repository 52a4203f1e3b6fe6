import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EndAccess } from '@/components/accesses/end-access';
import { ExtendAccess } from '@/components/accesses/extend-access';
import { Card } from '@/components/detail/card';
import { DetailHead } from '@/components/detail/detail-head';
import { Facts } from '@/components/ui/facts';
import { NavLink } from '@/components/ui/nav-link';
import { Breadcrumbs } from '@/components/ui/page-head';
import { daysBetween } from '@/lib/domain/consumption-calendar';
import { reachOf } from '@/lib/domain/permissions';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { accessPage } from '../../../found';
import { end, extend } from './actions';

export async function generateMetadata({ params }: PageProps<'/accesses/[id]'>): Promise<Metadata> {
  return { title: (await accessPage((await params).id)).access.email };
}

/** One grant of audit access: to whom, to what, until when; and its end. */
export default async function AccessPage({ params }: PageProps<'/accesses/[id]'>) {
  const { actor, access } = await accessPage((await params).id);
  const [t, d, shell, format] = await Promise.all([
    getTranslations('operator'),
    getTranslations('directory'),
    getTranslations('shell'),
    getFormat(),
  ]);
  const { email, auditor, auditorId, issuer, state, from, to, reason, grantedAt } = access;
  const left = daysBetween(format.localDay(new Date()), to) + 1;
  const ends =
    reachOf('accesses.edit', actor.role) !== null && !actor.readOnly && (state === 'valid' || state === 'coming');
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('accesses.title'), href: paths.accesses() }, { label: email }]}
      />
      <Messages of={['forms', 'operator']}>
        <DetailHead
          name={email}
          chip={<span className="tag own">{d(`state.${state}`)}</span>}
          words={{ copy: t('copy'), copied: t('copied'), tabs: t('tabs') }}
          current={paths.access(access.id)}
        >
          {ends ? <ExtendAccess access={access} action={extend} /> : null}
          {ends ? <EndAccess access={access} action={end} /> : null}
        </DetailHead>
      </Messages>
      <Card id="general" title={t('general')}>
        <Facts
          of={[
            [
              t('access.auditor'),
              auditor === null || auditorId === null ? null : (
                <NavLink key="auditor" to={paths.operator(auditorId)}>
                  {auditor}
                </NavLink>
              ),
            ],
            [
              t('access.issuer'),
              <NavLink key="issuer" to={paths.issuer(issuer.id)}>
                {issuer.name}
              </NavLink>,
            ],
            [t('access.from'), format.day(from)],
            [
              t('access.to'),
              <span key="to">
                {format.day(to)}{' '}
                <span className="q">
                  {state === 'valid' ? `${t('access.left', { n: left, count: format.count(left) })} · ` : ''}
                  {t('access.days', { zone: format.timeZone })}
                </span>
              </span>,
            ],
            [t('access.reason'), reason === '' ? null : <bdi key="reason">{reason}</bdi>],
            [
              t('access.granted'),
              <time key="at" dateTime={new Date(grantedAt).toISOString()}>
                {format.full(grantedAt)}
              </time>,
            ],
          ]}
        />
      </Card>
    </>
  );
}
