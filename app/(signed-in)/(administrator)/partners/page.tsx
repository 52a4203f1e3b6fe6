import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PartnersList } from '@/components/partners/partners-list';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { partnerDirectory } from '@/lib/services/partners/list';
import { directoryProps } from '../../directory-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('partners.title') };
}

/** The partner companies; the filter is the address. */
export default async function PartnersPage({ searchParams }: PageProps<'/partners'>) {
  const actor = await requireActor(paths.partners());
  const params = await searchParams;
  const [props, t, shell] = await Promise.all([
    directoryProps(actor, { of: partnerDirectory, params, at: paths.partners() }),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('partners.title') }]} />
      <Messages of={['lists', 'directory', 'vocabulary']}>
        <PartnersList {...props} />
      </Messages>
    </>
  );
}
