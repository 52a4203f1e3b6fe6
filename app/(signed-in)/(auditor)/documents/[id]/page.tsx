import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import {
  CustodyFacts,
  GeneralFacts,
  InvoiceFacts,
  MoreLikeThis,
  SignatureFacts,
} from '@/components/documents/document-facts';
import { DocumentIdentity, titleOf } from '@/components/documents/document-identity';
import { PreviewPanel } from '@/components/documents/preview-panel';
import { ValidationSection } from '@/components/documents/validation-section';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Failure } from '@/lib/domain/errors';
import { reachOf } from '@/lib/domain/permissions';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { getDocument } from '@/lib/services/documents/get';
import { readAll } from '@/lib/services/read-all';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('document'))('title') };
}

/** One document or hash, and its content where it is kept and may be seen. Malformed, absent and foreign ids are all 404. */
export default async function DocumentPage({ params }: PageProps<'/documents/[id]'>) {
  const { id } = await params;
  const actor = await requireActor(paths.document(id));
  const { document } = await readAll(actor, { document: [getDocument, { id }] }).catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'not_found') notFound();
    throw error;
  });
  const [t, shell, title] = await Promise.all([
    getTranslations('documents'),
    getTranslations('shell'),
    titleOf(document),
  ]);
  const hash = document.content === 'hash';
  const list = hash ? paths.documents({ kind: 'hash' }) : paths.documents();
  const validates = reachOf('documents.validate', actor.role) !== null;
  const reader = reachOf('documents.content', actor.role) !== null;
  return (
    <Messages of={[]}>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: hash ? t('hashes') : t('title'), href: list }, { label: title }]}
      />
      <div className="split desk:grid-cols-[minmax(0,1fr)_31rem]">
        <div className="min-w-0">
          <DocumentIdentity document={document} />
          <GeneralFacts document={document} />
          <SignatureFacts document={document} />
          {validates && document.content === 'stored' && isPdf(document.mimeType) ? (
            <ValidationSection id={document.id} />
          ) : null}
          <CustodyFacts document={document} />
          <InvoiceFacts document={document} />
          <MoreLikeThis document={document} />
        </div>
        <PreviewPanel
          document={document}
          closedTo={reader ? null : actor.role === 'administrator' ? 'administrator' : 'partner'}
        />
      </div>
    </Messages>
  );
}

/** What says nothing of its kind is taken for what nearly all are. */
const isPdf = (mimeType: string | null): boolean => mimeType === null || mimeType === 'application/pdf';
