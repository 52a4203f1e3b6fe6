'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { paths } from '@/lib/paths';
import { approval, rejection } from '@/lib/services/subscriptions/schemas';

type Subscription = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly kind: 'issuer' | 'partner';
};

/** Approves or rejects, after saying what each does. */
export function Decide({
  subscription: { id, name, version, kind },
  approve,
  reject,
}: {
  subscription: Subscription;
  approve: FormAction<{ id: string; kind: 'issuer' | 'partner' }>;
  reject: FormAction<{ id: string }>;
}) {
  const t = useTranslations('subscription.decide');
  return (
    <>
      <ConfirmAction<{ id: string }>
        label={t('reject')}
        look={{ icon: 'cancel' }}
        title={t('rejectAsk', { name })}
        consequences={[
          { icon: 'mail', text: t('rejectSays') },
          { icon: 'cancel', text: t('rejectFinal') },
        ]}
        action={reject}
        schema={rejection}
        hidden={{ id, version }}
        act={t('reject')}
        danger
        reason={{ label: t('reason'), help: t('reasonHelp') }}
        done={() => paths.subscriptions()}
      />
      <ConfirmAction<{ id: string; kind: 'issuer' | 'partner' }>
        label={t('approve')}
        look={{ variant: 'primary', icon: 'done' }}
        title={t('approveAsk', { name })}
        consequences={[
          { icon: 'mail', text: t('approveMail') },
          ...(kind === 'issuer' ? [{ icon: 'services' as const, text: t('approveService') }] : []),
        ]}
        action={approve}
        schema={approval}
        hidden={{ id, version }}
        act={t('approve')}
        done={(done) => (done.kind === 'issuer' ? paths.issuer(done.id) : paths.partner(done.id))}
      />
    </>
  );
}
