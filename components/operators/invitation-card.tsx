'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { useFormat } from '@/lib/format/use-format';
import { operatorAct } from '@/lib/services/operators/schemas';

type Done = { id: string };

/** Where the invitation of somebody who has not come yet stands; it can be sent again, or taken back. */
export function InvitationCard({
  operator: { id, name, email, version, invitedUntil },
  resend,
  revoke,
}: {
  operator: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly version: number;
    readonly invitedUntil: number | null;
  };
  resend: FormAction<Done>;
  revoke: FormAction<Done>;
}) {
  const t = useTranslations('operator.invitation');
  const format = useFormat();
  const old = invitedUntil === null ? [] : [{ icon: 'block' as const, text: t('resendOld') }];
  return (
    <>
      <p className="text-13">
        {invitedUntil === null ? t('none') : t('open', { at: format.full(invitedUntil) })}{' '}
        {invitedUntil === null ? null : <span className="q">{format.zone(invitedUntil)}</span>}
      </p>
      <p className="mt-4 flex flex-wrap gap-2">
        <ConfirmAction<Done>
          label={t('resend')}
          look={{ small: true, icon: 'renew' }}
          title={t('resendAsk', { name })}
          consequences={[{ icon: 'mail', text: t('resendSays', { email }) }, ...old]}
          action={resend}
          schema={operatorAct}
          hidden={{ id, version }}
          act={t('resend')}
        />
        {invitedUntil === null ? null : (
          <ConfirmAction<Done>
            label={t('revoke')}
            look={{ small: true, icon: 'block' }}
            title={t('revokeAsk', { name })}
            consequences={[{ icon: 'block', text: t('revokeSays') }]}
            action={revoke}
            schema={operatorAct}
            hidden={{ id, version }}
            act={t('revoke')}
            danger
          />
        )}
      </p>
    </>
  );
}
