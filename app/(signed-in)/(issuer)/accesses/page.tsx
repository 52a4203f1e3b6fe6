import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessesList } from '@/components/accesses/accesses-list';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { accessDirectory } from '@/lib/services/accesses/list';
import { directoryProps } from '../../directory-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('accesses.title') };
}

/** The audit accesses to issuers in the operator's scope; the filter is the address. */
export default async function AccessesPage({ searchParams }: PageProps<'/accesses'>) {
  const actor = await requireActor(paths.accesses());
  const params = await searchParams;
  const [props, t, shell] = await Promise.all([
    directoryProps(actor, { of: accessDirectory, params, at: paths.accesses() }),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('accesses.title') }]} />
      <Messages of={['lists', 'directory', 'vocabulary']}>
        <AccessesList {...props} />
      </Messages>
    </>
  );
}
