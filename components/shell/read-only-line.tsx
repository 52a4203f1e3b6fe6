'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';
import type { ShellOperator } from './shell-props';

/** Says to an auditor that its looking is recorded, and to an operator of a suspended company why it cannot act. */
export function ReadOnlyLine({ operator }: { operator: ShellOperator }) {
  const t = useTranslations('shell');
  const auditor = operator.role === 'auditor';
  if (!auditor && !operator.readOnly) return null;
  return (
    <p className="readonly">
      <Icon name="eye" small />
      {t(auditor ? 'readOnlyAuditor' : 'readOnlySuspended')}
      {auditor ? null : <NavLink to={paths.company()}>{t('toCompany')}</NavLink>}
    </p>
  );
}
