import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DetailHead } from '@/components/detail/detail-head';
import { StatusChip } from '@/components/ui/chip';
import { Breadcrumbs } from '@/components/ui/page-head';
import { paths } from '@/lib/paths';
import type { AuthorityDetail } from '@/lib/services/authorities/schemas';

/** The head of every page about an authority. `tab` is the one shown, '' the summary. */
export async function AuthorityHead({
  authority: { id, name, status },
  tab,
  children,
}: {
  authority: AuthorityDetail;
  tab: '' | 'activity';
  children?: ReactNode;
}) {
  const [t, d, shell] = await Promise.all([
    getTranslations('authority'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('authorities.title'), href: paths.authorities() }, { label: name }]}
      />
      <DetailHead
        name={name}
        chip={<StatusChip status={status} label={d(`authorityState.${status}`)} />}
        words={{ copy: t('copy'), copied: t('copied'), tabs: t('tabs') }}
        tabs={[
          { label: t('tab.summary'), href: paths.authority(id) },
          { label: t('tab.activity'), href: paths.authority(id, 'activity') },
        ]}
        current={paths.authority(id, tab)}
      >
        {children}
      </DetailHead>
    </>
  );
}
