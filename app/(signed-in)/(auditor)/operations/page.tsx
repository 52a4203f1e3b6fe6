import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OperationsList } from '@/components/operations/operations-list';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { mayOpen } from '@/lib/domain/access';
import { operationSources, operationStatuses, operationTypes } from '@/lib/domain/operation';
import { countedTypes } from '@/lib/domain/operation-filter';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { openOperations } from '@/lib/services/operations/answer';
import { listProps } from '../../list-props';

const vocabulary = { statuses: operationStatuses, types: operationTypes, sources: operationSources, countedTypes };
const address = { page: paths.operations, data: paths.lists.operations };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operationList'))('title') };
}

/** The operations in the operator's scope; the filter is the address. */
export default async function OperationsPage({ searchParams }: PageProps<'/operations'>) {
  const actor = await requireActor(paths.operations());
  const params = await searchParams;
  const [{ answer, options, kept }, t, shell] = await Promise.all([
    openOperations(actor, params),
    getTranslations('operationList'),
    getTranslations('shell'),
  ]);
  const props = listProps({ list: 'operations', params, answer, kept, address });
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('title') }]} />
      <Messages of={['lists', 'operationList', 'vocabulary']}>
        <OperationsList
          {...props}
          options={options}
          vocabulary={vocabulary}
          shown={{
            partner: actor.role === 'administrator',
            issuer: options.issuers.length > 1,
            service: options.services.length > 1,
          }}
          graph={mayOpen(actor.role, paths.dashboard())}
          anybody={actor.role !== 'auditor' || actor.issuerIds.length > 0}
        />
      </Messages>
    </>
  );
}
