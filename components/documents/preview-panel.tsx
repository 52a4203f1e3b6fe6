import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';
import type { DocumentDetail } from '@/lib/services/documents/schemas';
import { Preview } from './preview';

type Props = {
  document: DocumentDetail;
  /** Why this role may not open contents; null: it may. */
  closedTo: 'administrator' | 'partner' | null;
};

/** The content of a document, or one sentence that says why there is none to see. */
export async function PreviewPanel({ document, closedTo }: Props) {
  const [t, format] = await Promise.all([getTranslations('document'), getFormat()]);
  const { content, custodyUntil } = document;
  const reason = content === 'stored' ? closedTo : content;
  if (reason !== null) {
    const ended = { day: custodyUntil ?? 'none', date: custodyUntil === null ? '' : format.dayLong(custodyUntil) };
    return (
      <section className="grid place-items-center bg-sunken px-(--gutter) py-12" aria-label={t('kept')}>
        <EmptyState kind="missing" as="h2" title={t(`why.${reason}.title`)} text={t(`why.${reason}.text`, ended)} />
      </section>
    );
  }
  return (
    <section
      className="flex min-w-0 flex-col self-start bg-sunken desk:sticky desk:top-12 desk:h-[calc(100dvh-3rem)]"
      aria-label={t('kept')}
    >
      <Messages of={['documentPreview']}>
        <Preview
          id={document.id}
          name={document.name ?? document.id}
          pdf={document.mimeType === null || document.mimeType === 'application/pdf'}
        />
      </Messages>
    </section>
  );
}
