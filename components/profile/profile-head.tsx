import { getTranslations } from 'next-intl/server';
import { DetailHead } from '@/components/detail/detail-head';
import { Breadcrumbs } from '@/components/ui/page-head';
import { paths } from '@/lib/paths';

/** The head of the pages about oneself. */
export async function ProfileHead({ current }: { current: string }) {
  const [t, shell] = await Promise.all([getTranslations('profile'), getTranslations('shell')]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('title') }]} />
      <DetailHead
        name={t('title')}
        words={{ copy: '', copied: '', tabs: t('tabs') }}
        tabs={[
          { label: t('tab.account'), href: paths.profile() },
          { label: t('tab.security'), href: paths.security() },
          { label: t('tab.activity'), href: paths.ownActivity() },
        ]}
        current={current}
      />
    </>
  );
}
