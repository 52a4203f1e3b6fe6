import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OperatorsList } from '@/components/operators/operators-list';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { operatorDirectory } from '@/lib/services/operators/list';
import { directoryProps } from '../../directory-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('operators.title') };
}

/** The operators in the operator's scope; the filter is the address. */
export default async function OperatorsPage({ searchParams }: PageProps<'/operators'>) {
  const actor = await requireActor(paths.operators());
  const params = await searchParams;
  const [props, t, shell] = await Promise.all([
    directoryProps(actor, { of: operatorDirectory, params, at: paths.operators() }),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('operators.title') }]} />
      <Messages of={['lists', 'directory', 'vocabulary']}>
        <OperatorsList {...props} />
      </Messages>
    </>
  );
}
