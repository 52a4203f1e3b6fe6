import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { contentStateOf } from '@/lib/domain/document-content';
import { getFormat } from '@/lib/format/server';
import { href, paths } from '@/lib/paths';
import type { OperationDetail } from '@/lib/services/operations/schemas';
import { type DocumentLine, DocumentRow, type DocumentWords } from './document-row';

type Props = {
  operation: OperationDetail;
  /** The role may open contents. */
  reader: boolean;
};

/** Documents or hashes of an operation: what is registered about each, and the way to its page. */
export async function Documents({ operation, reader }: Props) {
  const [t, v, format] = await Promise.all([
    getTranslations('operations.detail'),
    getTranslations('vocabulary'),
    getFormat(),
  ]);
  const { documents, items } = operation;
  const title = operation.type === 'HASH' ? t('hashes') : t('documents');
  const counts = { shown: format.count(documents.length), all: format.count(items) };
  const words: DocumentWords = { t, v, format };
  const lines = documents.map((document, index): DocumentLine => {
    const stored = contentStateOf({ ...document, type: operation.type, source: operation.source }) === 'stored';
    const name = document.name ?? t('unnamedHash', { seq: format.count(index + 1) });
    const download = reader && stored ? href(paths.documentContent(document.id, { download: true })) : null;
    return { document, name, download };
  });
  const detailsOnly = operation.source === 'PROXY' && operation.type === 'DOCUMENT' && documents.length > 0;
  return (
    <section className="border-border border-t" aria-labelledby="documents">
      <h2 className="h2 px-(--gutter) pt-3 pb-1" id="documents">
        {title} <span className="q">{counts.all}</span>
      </h2>
      {detailsOnly ? <Notice>{t('metadataOnly')}</Notice> : null}
      {lines.length === 0 ? (
        <p className="q px-(--gutter) pb-4">{t('none')}</p>
      ) : (
        // Between phone and desk the table scrolls in its own box, so its head cannot stick to the window.
        <div className="overflow-x-auto [&_th]:static">
          <table className="t cards">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('status')}</th>
                <th scope="col">{t('level')}</th>
                <th scope="col">{t('hash')}</th>
                <th scope="col" className="num">
                  {t('size')}
                </th>
                <th scope="col">
                  <span className="sr-only">{t('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <DocumentRow key={line.document.id} {...line} words={words} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {documents.length > 0 && documents.length < items ? (
        <p className="q px-(--gutter) py-2">{t('mostShown', counts)}</p>
      ) : null}
    </section>
  );
}
