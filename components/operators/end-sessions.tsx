'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { useFormat } from '@/lib/format/use-format';
import { operatorAct } from '@/lib/services/operators/schemas';

/** Ends the sessions of an operator, `count` of them. */
export function EndSessions({
  operator: { id, name, version },
  count,
  action,
}: {
  operator: { readonly id: string; readonly name: string; readonly version: number };
  count: number;
  action: FormAction<{ id: string; ended: number }>;
}) {
  const t = useTranslations('operator');
  const format = useFormat();
  return (
    <ConfirmAction<{ id: string; ended: number }>
      label={t('endSessions')}
      look={{ small: true, icon: 'leave' }}
      title={t('endAsk', { name })}
      consequences={[{ icon: 'leave', text: t('endSays', { n: count, count: format.count(count) }) }]}
      action={action}
      schema={operatorAct}
      hidden={{ id, version }}
      act={t('endSessions')}
      danger
    />
  );
}
