import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { OperationsList } from '@/components/operations/operations-list';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { mayOpen } from '@/lib/domain/access';
import { newId } from '@/lib/domain/ids';
import { operationSources, operationStatuses, operationTypes } from '@/lib/domain/operation';
import { countedTypes, longestOpenRange } from '@/lib/domain/operation-filter';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';
import { href, paths } from '@/lib/paths';
import { openOperations } from '@/lib/services/operations/answer';
import { queryOf } from './search-params';

const vocabulary = { statuses: operationStatuses, types: operationTypes, sources: operationSources, countedTypes };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') };
}

/** The operations in the operator's scope; the filter is the address. */
export default async function OperationsPage({ searchParams }: PageProps<'/operations'>) {
  const actor = await requireActor(paths.operations());
  const params = await searchParams;
  const [{ answer, options }, t, shell, format] = await Promise.all([
    openOperations(actor, params),
    getTranslations('operations'),
    getTranslations('shell'),
    getFormat(),
  ]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('title') }]} />
      <Messages of={['operations', 'vocabulary']}>
        <NuqsAdapter>
          <OperationsList
            opened={{ stamp: newId(), address: href(paths.lists.operations(queryOf(params))), answer }}
            options={options}
            vocabulary={vocabulary}
            shown={{
              partner: actor.role === 'administrator',
              issuer: options.issuers.length > 1,
              service: options.services.length > 1,
            }}
            graph={mayOpen(actor.role, paths.dashboard())}
            anybody={actor.role !== 'auditor' || actor.issuerIds.length > 0}
            today={format.localDay(answer.now)}
            usualDays={longestOpenRange}
          />
        </NuqsAdapter>
      </Messages>
    </>
  );
}
