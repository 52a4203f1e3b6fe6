import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icons/icon';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import type { CheckOutcome } from '@/lib/domain/certificate';
import { getFormat } from '@/lib/format/server';
import type { AuthorityDetail } from '@/lib/services/authorities/schemas';

/** How the last check of the connection ended, and what the authority last said of itself. */
export async function Connection({ authority: { check, info } }: { authority: AuthorityDetail }) {
  const [t, format] = await Promise.all([getTranslations('authority'), getFormat()]);
  const outcome = check.outcome;
  return (
    <div role="status">
      {check.underWay ? (
        <Notice>{t('checkUnderWay')}</Notice>
      ) : outcome === null || check.at === null ? (
        <Notice tone="attention">{t('checkNever')}</Notice>
      ) : (
        <Outcome outcome={outcome}>
          {t(`outcome.${outcome}`)}{' '}
          <span className="q">{t('checked', { at: format.full(check.at), ms: format.count(check.ms ?? 0) })}</span>
        </Outcome>
      )}
      {info ? (
        <div className="mt-3">
          <Facts
            of={[
              [t('info.name'), <bdi key="name">{info.name}</bdi>],
              [t('info.specs'), info.specs],
              [t('info.region'), info.region === '' ? null : info.region],
              [t('info.description'), info.description === '' ? null : <bdi key="text">{info.description}</bdi>],
              [t('info.authTypes'), info.authTypes.join(', ')],
              [t('info.oauthUrl'), info.oauthUrl],
              [t('info.methods'), info.methods.join(', ')],
            ]}
          />
        </div>
      ) : null}
    </div>
  );
}

/** That all is well is said quietly. */
function Outcome({ outcome, children }: { outcome: CheckOutcome; children: ReactNode }) {
  if (outcome !== 'answered') return <Notice tone="danger">{children}</Notice>;
  return (
    <p className="flex items-center gap-2 text-13">
      <Icon name="done" tone="pass" />
      <span>{children}</span>
    </p>
  );
}
