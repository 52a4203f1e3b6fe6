'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import type { IconName } from '@/components/icons/icon';
import { useFormat } from '@/lib/format/use-format';
import { type Dependents, statusChange } from '@/lib/services/companies/schemas';

type Target = 'active' | 'suspended' | 'blocked' | 'deleted';
type Changed = { id: string; version: number };

type Company = {
  readonly kind: 'issuer' | 'partner';
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly transitions: readonly string[];
  readonly dependents: Dependents;
};

const icons: Record<Target, IconName> = { active: 'done', suspended: 'pause', blocked: 'block', deleted: 'cancel' };
const targets = Object.keys(icons) as Target[];

/** The permitted changes of a company's status, each behind a dialog that counts what will happen. */
export function StatusActions({ company, action }: { company: Company; action: FormAction<Changed> }) {
  const t = useTranslations('company');
  const says = useConsequences(company);
  const { id, name, version, transitions } = company;
  return targets
    .filter((status) => transitions.includes(status))
    .map((status) => (
      <ConfirmAction<Changed>
        key={status}
        label={t(`change.${status}`)}
        look={{ icon: icons[status] }}
        title={t(`ask.${status}`, { name })}
        consequences={says(status)}
        action={action}
        schema={statusChange}
        hidden={{ id, version, status, ...(status === 'active' ? { reason: '' } : {}) }}
        act={t(`change.${status}`)}
        danger={status !== 'active'}
        {...(status === 'active' ? {} : { reason: { label: t('reason'), help: t('reasonHelp') } })}
        {...(status === 'deleted' ? { typeName: { name, label: t('typeName', { name }) } } : {})}
      />
    ));
}

/** What each change does, with its numbers. */
function useConsequences({ kind, dependents }: Company) {
  const t = useTranslations('company.says');
  const format = useFormat();
  const { services, operators, perDay } = dependents;
  const strong = (chunks: ReactNode) => <b>{chunks}</b>;
  const ofServices = { n: services, count: format.count(services), perDay: format.count(perDay) };
  const ofOperators = { n: operators, count: format.count(operators) };
  const stops = { icon: 'pause' as const, text: t.rich('stops', { ...ofServices, b: strong }) };
  const out = { icon: 'leave' as const, text: t('out', ofOperators) };
  const stays = { icon: 'documents' as const, text: t('stays') };
  const back = (key: 'backOwn' | 'backPartner' | 'backAdministrator') => ({ icon: 'renew' as const, text: t(key) });
  const of: Record<Target, readonly { icon: IconName; text: ReactNode }[]> = {
    active: [
      { icon: 'services', text: t('signs', ofServices) },
      { icon: 'operators', text: t('enters') },
    ],
    suspended: [stops, { icon: 'eye', text: t('looks', ofOperators) }, stays, back('backOwn')],
    blocked: [stops, out, stays, back(kind === 'issuer' ? 'backPartner' : 'backAdministrator')],
    deleted: [{ icon: 'cancel', text: t.rich('final', { b: strong }) }, stays],
  };
  return (status: Target) => of[status];
}
