import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '@/components/operations/back-link';
import { Documents } from '@/components/operations/documents';
import { Folder } from '@/components/operations/folder';
import { General } from '@/components/operations/general';
import { Identity } from '@/components/operations/identity';
import { Invoice } from '@/components/operations/invoice';
import { RawData } from '@/components/operations/raw-data';
import { Related } from '@/components/operations/related';
import { Timeline } from '@/components/operations/timeline';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { mayOpen } from '@/lib/domain/access';
import { Failure } from '@/lib/domain/errors';
import { reachOf } from '@/lib/domain/permissions';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { getOperation } from '@/lib/services/operations/get';
import { readAll } from '@/lib/services/read-all';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') };
}

/** One operation with its documents' metadata and its timeline. Malformed, absent and foreign ids are all 404. */
export default async function OperationPage({ params }: PageProps<'/operations/[id]'>) {
  const { id } = await params;
  const actor = await requireActor(paths.operation(id));
  const { operation } = await readAll(actor, { operation: [getOperation, { id }] }).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'not_found') notFound();
    throw error;
  });
  const [t, shell] = await Promise.all([getTranslations('operations'), getTranslations('shell')]);
  return (
    <Messages of={[]}>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: t('title'), href: paths.operations() }, { label: operation.reference }]}
      />
      <div className="split">
        <div>
          <Identity operation={operation} graph={mayOpen(actor.role, paths.dashboard())}>
            <BackLink label={t('detail.back')} />
          </Identity>
          <General operation={operation} />
          <Folder operation={operation} />
          <Documents operation={operation} reader={reachOf('documents.content', actor.role) !== null} />
          <Invoice operation={operation} />
          <Related operation={operation} issuer={actor.role !== 'issuer'} />
          <RawData operation={operation} />
        </div>
        <Timeline operation={operation} />
      </div>
    </Messages>
  );
}
