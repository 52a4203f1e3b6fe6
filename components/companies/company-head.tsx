import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DetailHead, type Tab } from '@/components/detail/detail-head';
import { StatusChip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/page-head';
import type { Role } from '@/lib/domain/roles';
import { paths } from '@/lib/paths';
import type { IssuerDetail, PartnerDetail } from '@/lib/services/companies/schemas';

const tabsOf = {
  issuer: ['certificates', 'wallets', 'operators', 'accesses', 'operations', 'consumption', 'activity'],
  partner: ['issuers', 'certificates', 'wallets', 'operators', 'operations', 'consumption', 'activity'],
} as const;

/** The head of every page about a company: which, in which status, its tabs. `tab` is the one shown, '' the summary. */
export async function CompanyHead({
  company,
  role,
  tab,
  children,
}: {
  company: IssuerDetail | PartnerDetail;
  role: Role;
  tab: string;
  children?: ReactNode;
}) {
  const [t, v, d, shell] = await Promise.all([
    getTranslations('company'),
    getTranslations('vocabulary'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const { kind, id, name, code, status } = company;
  const pageOf = (part: string) => paths.companyOf(kind, id, part);
  const list = kind === 'issuer' ? paths.issuers() : paths.partners();
  const listed = role === 'administrator' || (role === 'partner' && kind === 'issuer');
  const tabs: Tab[] = [
    { label: t('tab.summary'), href: pageOf('') },
    ...tabsOf[kind].map((part) => ({ label: t(`tab.${part}`), href: pageOf(part) })),
  ];
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[
          listed
            ? { label: d(kind === 'issuer' ? 'issuers.title' : 'partners.title'), href: list }
            : { label: shell('sections.company') },
          { label: name },
        ]}
      />
      <DetailHead
        name={name}
        code={code}
        chip={<StatusChip status={status} label={v(`status.${status}`)} />}
        words={{ copy: t('copy'), copied: t('copied'), tabs: t('tabs') }}
        tabs={tabs}
        current={pageOf(tab)}
      >
        {children}
      </DetailHead>
      {status === 'suspended' || status === 'blocked' || status === 'deleted' ? (
        <div className="px-(--gutter) pt-3">
          <Notice tone={status === 'suspended' ? 'attention' : 'danger'}>{t(`${status}Note`)}</Notice>
        </div>
      ) : null}
    </>
  );
}
