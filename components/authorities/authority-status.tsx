'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { useFormat } from '@/lib/format/use-format';
import { authorityStatusChange } from '@/lib/services/authorities/schemas';

type Authority = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly certificates: number;
};

/** Suspends an authority, or lets it go on, after saying what that does. */
export function AuthorityStatus({ authority, action }: { authority: Authority; action: FormAction<{ id: string }> }) {
  const t = useTranslations('authority');
  const format = useFormat();
  const { id, version, name, certificates: n } = authority;
  const status = authority.status === 'active' ? 'suspended' : 'active';
  return (
    <ConfirmAction<{ id: string }>
      label={t(`change.${status}`)}
      look={{ icon: status === 'active' ? 'done' : 'pause' }}
      title={t(`ask.${status}`, { name })}
      consequences={[
        { icon: status === 'active' ? 'renew' : 'pause', text: t(`says.${status}`) },
        { icon: 'certificates', text: t('says.goesOn', { n, count: format.count(n) }) },
      ]}
      action={action}
      schema={authorityStatusChange}
      hidden={{ id, version, status }}
      act={t(`change.${status}`)}
      danger={status === 'suspended'}
    />
  );
}
