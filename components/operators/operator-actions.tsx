'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import type { IconName } from '@/components/icons/icon';
import { operatorStatusChange } from '@/lib/services/operators/schemas';

type Target = 'active' | 'suspended' | 'blocked' | 'deleted';
const icons: Record<Target, IconName> = { active: 'done', suspended: 'pause', blocked: 'block', deleted: 'cancel' };
const targets = Object.keys(icons) as Target[];

type Operator = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly transitions: readonly string[];
};

/** The permitted changes of an operator's status, each behind a dialog that says what will happen. */
export function OperatorActions({
  operator,
  action,
}: {
  operator: Operator;
  action: FormAction<{ id: string; version: number }>;
}) {
  const t = useTranslations('operator');
  const { id, name, version, transitions } = operator;
  const strong = (chunks: ReactNode) => <b>{chunks}</b>;
  const out = { icon: 'leave' as const, text: t.rich('says.out', { name, b: strong }) };
  const back = { icon: 'renew' as const, text: t('says.back') };
  const stays = { icon: 'audit' as const, text: t('says.stays') };
  const says: Record<Target, readonly { icon: IconName; text: ReactNode }[]> = {
    active: [{ icon: 'operators', text: t('says.enters', { name }) }],
    suspended: [out, back],
    blocked: [out, back, stays],
    deleted: [{ icon: 'cancel', text: t.rich('says.final', { b: strong }) }, stays],
  };
  return targets
    .filter((status) => transitions.includes(status))
    .map((status) => (
      <ConfirmAction<{ id: string; version: number }>
        key={status}
        label={t(`change.${status}`)}
        look={{ icon: icons[status] }}
        title={t(`ask.${status}`, { name })}
        consequences={says[status]}
        action={action}
        schema={operatorStatusChange}
        hidden={{ id, version, status, ...(status === 'active' ? { reason: '' } : {}) }}
        act={t(`change.${status}`)}
        danger={status !== 'active'}
        faults={{ last_administrator: t('lastAdministrator') }}
        {...(status === 'active' ? {} : { reason: { label: t('reason'), help: t('reasonHelp') } })}
        {...(status === 'deleted' ? { typeName: { name, label: t('typeName', { name }) } } : {})}
      />
    ));
}
