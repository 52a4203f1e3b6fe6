import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentsList } from '@/components/documents/documents-list';
import { KindTabs } from '@/components/documents/kind-tabs';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { listOfKind } from '@/lib/domain/document-filter';
import { documentStatuses } from '@/lib/domain/operation';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { openDocuments } from '@/lib/services/documents/answer';
import { listProps } from '../../list-props';

type Query = Readonly<Record<string, string>>;

export async function generateMetadata({ searchParams }: PageProps<'/documents'>): Promise<Metadata> {
  const [{ kind }, t] = await Promise.all([searchParams, getTranslations('documents')]);
  return { title: kind === 'hash' ? t('hashes') : t('title') };
}

/** The documents, or with `kind=hash` the hashes, in the operator's scope; the filter is the address. */
export default async function DocumentsPage({ searchParams }: PageProps<'/documents'>) {
  const actor = await requireActor(paths.documents());
  const { kind: asked, ...params } = await searchParams;
  const kind = asked === 'hash' ? 'hash' : 'document';
  const [{ answer, options, kept }, t, shell] = await Promise.all([
    openDocuments(actor, kind, params),
    getTranslations('documents'),
    getTranslations('shell'),
  ]);
  const own = kind === 'hash' ? { kind } : {};
  const address = {
    page: (query: Query) => paths.documents({ ...own, ...query }),
    data: (query: Query) => paths.lists.documents({ ...own, ...query }),
  };
  const props = listProps({ list: listOfKind[kind], params, answer, kept, address });
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t('title') }]} />
      <KindTabs hash={kind === 'hash'} />
      <Messages of={['lists', 'documents', 'vocabulary', 'exports']}>
        <DocumentsList
          key={kind}
          {...props}
          hash={kind === 'hash'}
          statuses={documentStatuses}
          options={options}
          shown={{
            partner: actor.role === 'administrator',
            issuer: options.issuers.length > 1,
            service: options.services.length > 1,
          }}
          anybody={actor.role !== 'auditor' || actor.issuerIds.length > 0}
        />
      </Messages>
    </>
  );
}
