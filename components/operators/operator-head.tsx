import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DetailHead } from '@/components/detail/detail-head';
import { StatusChip } from '@/components/ui/chip';
import { Breadcrumbs } from '@/components/ui/page-head';
import { paths } from '@/lib/paths';
import type { OperatorDetail } from '@/lib/services/operators/schemas';

/** The head of every page about an operator: who, in which status, the tabs. */
export async function OperatorHead({
  operator: { id, name, email, status },
  tab,
  children,
}: {
  operator: OperatorDetail;
  tab: '' | 'activity';
  children?: ReactNode;
}) {
  const [t, v, d, shell] = await Promise.all([
    getTranslations('operator'),
    getTranslations('vocabulary'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('operators.title'), href: paths.operators() }, { label: name }]}
      />
      <DetailHead
        name={name}
        code={email}
        chip={<StatusChip status={status} label={v(`status.${status}`)} />}
        words={{ copy: t('copy'), copied: t('copied'), tabs: t('tabs') }}
        tabs={[
          { label: t('tab.summary'), href: paths.operator(id) },
          { label: t('tab.activity'), href: paths.operator(id, 'activity') },
        ]}
        current={paths.operator(id, tab)}
      >
        {children}
      </DetailHead>
    </>
  );
}
