'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/icons/icon';
import type { Role } from '@/lib/domain/roles';
import { useFormat } from '@/lib/format/use-format';
import type { ScopeSummary } from './shell-props';

type Props = { role: Role; scope: ScopeSummary };

const icons: Record<Role, IconName> = {
  administrator: 'partners',
  partner: 'partners',
  issuer: 'issuers',
  auditor: 'audit',
};

/** "Partner Alfa ERP · 14 issuers", "Auditor · 3 taxpayers until 31 Mar 2027", "Issuer Padaria Central", "All partners". */
function useScopeText({ role, scope }: Props): string {
  const t = useTranslations('shell.scope');
  const format = useFormat();
  const counted = scope.issuers === null ? null : { n: scope.issuers, count: format.count(scope.issuers) };
  if (role === 'administrator') return t('administrator');
  if (role === 'issuer') return t('issuer', { company: scope.companyName ?? '' });
  if (role === 'partner') {
    const name = t('partner', { company: scope.companyName ?? '' });
    return counted ? `${name} · ${t('issuers', counted)}` : name;
  }
  if (!counted) return t('auditor');
  const subjects = t('taxpayers', counted);
  return scope.until
    ? `${t('auditor')} · ${subjects} ${t('until', { day: format.day(scope.until) })}`
    : `${t('auditor')} · ${subjects}`;
}

export function ScopeBadge(props: Props) {
  return (
    <span className="scope">
      <Icon name={icons[props.role]} small />
      {useScopeText(props)}
    </span>
  );
}

/** The same below the header, where a phone's header has no room for it. */
export function ScopeLine(props: Props) {
  return (
    <div className="scopeline">
      <Icon name={icons[props.role]} small />
      {useScopeText(props)}
    </div>
  );
}
