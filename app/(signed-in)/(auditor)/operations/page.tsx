import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OperationsList } from '@/components/operations/operations-list';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { operationsProps } from '../../operations-props';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operationList'))('title') };
}

/** The operations in the operator's scope; the filter is the address. */
export default async function OperationsPage({ searchParams }: PageProps<'/operations'>) {
  const actor = await requireActor(paths.operations());
  const params = await searchParams;
  const [props, t, shell] = await Promise.all([
    operationsProps(actor, { params, at: paths.operations() }),
    getTranslations('operationList'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('title') }]} />
      <Messages of={['lists', 'operationList', 'vocabulary']}>
        <OperationsList {...props} />
      </Messages>
    </>
  );
}
