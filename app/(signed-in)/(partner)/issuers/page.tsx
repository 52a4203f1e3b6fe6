import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IssuersList } from '@/components/issuers/issuers-list';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { issuerDirectory } from '@/lib/services/issuers/list';
import { directoryProps } from '../../directory-props';
import { partnersToChoose } from '../../partners-to-choose';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('issuers.title') };
}

/** The issuers in the operator's scope; the filter is the address. */
export default async function IssuersPage({ searchParams }: PageProps<'/issuers'>) {
  const actor = await requireActor(paths.issuers());
  const params = await searchParams;
  const [props, partners, t, shell] = await Promise.all([
    directoryProps(actor, { of: issuerDirectory, params, at: paths.issuers() }),
    partnersToChoose(actor),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('issuers.title') }]} />
      <Messages of={['lists', 'directory', 'vocabulary']}>
        <IssuersList {...props} partners={partners} />
      </Messages>
    </>
  );
}
