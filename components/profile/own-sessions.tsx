'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { useFormat } from '@/lib/format/use-format';
import { type OwnSession, sessionEnding } from '@/lib/services/profile/schemas';

/** Where one is signed in: on what, from where, since when; each can be ended. */
export function OwnSessions({
  sessions,
  action,
}: {
  sessions: readonly OwnSession[];
  action: FormAction<{ ended: number }>;
}) {
  const t = useTranslations('profile.sessions');
  const format = useFormat();
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <>
      <ul className="flex flex-col gap-4 text-13">
        {sessions.map(({ id, device, address, createdAt, lastSeenAt, current }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 grow">
              <span className="strong block">{device}</span>
              <span className="q">
                {address} · {t('since', { at: format.full(createdAt) })} ·{' '}
                {t('lastUse', { at: format.full(lastSeenAt) })}
              </span>
            </span>
            {current ? (
              <span className="tag own">{t('current')}</span>
            ) : (
              <ConfirmAction<{ ended: number }>
                label={t('end')}
                look={{ small: true }}
                title={t('endAsk', { device })}
                consequences={[{ icon: 'leave', text: t('endSays') }]}
                action={action}
                schema={sessionEnding}
                hidden={{ session: id }}
                act={t('end')}
                danger
              />
            )}
          </li>
        ))}
      </ul>
      {others > 1 ? (
        <p className="mt-4">
          <ConfirmAction<{ ended: number }>
            label={t('endOthers')}
            look={{ small: true, icon: 'leave' }}
            title={t('endOthers')}
            consequences={[{ icon: 'leave', text: t('endOthersSays', { n: others, count: format.count(others) }) }]}
            action={action}
            schema={sessionEnding}
            hidden={{ session: 'others' }}
            act={t('endOthers')}
            danger
          />
        </p>
      ) : null}
    </>
  );
}
