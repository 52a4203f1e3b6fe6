import { getTranslations } from 'next-intl/server';
import { StatusChip } from '@/components/ui/chip';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { absent } from '@/lib/format/numbers';
import { getFormat } from '@/lib/format/server';
import type { OperationDetail, OperationDocument } from '@/lib/services/operations/schemas';
import { factsOnPhone } from './general';
import { ShortHash } from './short-hash';

/** Documents or hashes of an operation: what is registered about them, not their content. */
export async function Documents({ operation }: { operation: OperationDetail }) {
  const [t, format] = await Promise.all([getTranslations('operations.detail'), getFormat()]);
  const { documents, items } = operation;
  const title = operation.type === 'HASH' ? t('hashes') : t('documents');
  const counts = { shown: format.count(documents.length), all: format.count(items) };
  return (
    <section className="border-border border-t" aria-labelledby="documents">
      <h2 className="h2 px-(--gutter) pt-3 pb-1" id="documents">
        {title} <span className="q">{counts.all}</span>
      </h2>
      {operation.type === 'DOCUMENT' && documents.length > 0 && documents.every((each) => !each.stored) ? (
        <Notice>{t('metadataOnly')}</Notice>
      ) : null}
      {documents.length === 0 ? (
        <p className="q px-(--gutter) pb-4">{t('none')}</p>
      ) : (
        // The table scrolls in its own box, so its head cannot stick to the window.
        <div className="overflow-x-auto [&_th]:static">
          <table className="t">
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
              </tr>
            </thead>
            <tbody>
              {documents.map((document, index) => (
                <DocumentRow key={document.id} document={document} number={index + 1} />
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

async function DocumentRow({ document, number }: { document: OperationDocument; number: number }) {
  const [t, v, format] = await Promise.all([
    getTranslations('operations.detail'),
    getTranslations('vocabulary'),
    getFormat(),
  ]);
  const level = [document.signatureFormat, document.signatureLevel].filter(Boolean).join(' ');
  return (
    <tr>
      <td className="txt" title={document.id}>
        {document.name ?? t('unnamedHash', { seq: format.count(number) })}
      </td>
      <td>
        <StatusChip
          status={document.status}
          label={v(`documentStatus.${document.status}`)}
          detail={document.errorCode}
        />
      </td>
      <td className="txt s">{level || absent}</td>
      <td>
        <ShortHash hash={document.sha256} label={t('copyHash', { hash: document.sha256 })} done={t('copied')} />
      </td>
      <td className="num">{format.bytes(document.sizeBytes)}</td>
    </tr>
  );
}

/** What the software said about the invoice, for the first document that says anything. */
export async function Invoice({ operation }: { operation: OperationDetail }) {
  const [t, format] = await Promise.all([getTranslations('operations.detail'), getFormat()]);
  const invoice = operation.documents.find((each) => each.invoice !== null)?.invoice;
  if (!invoice) return null;
  const code = (text: string | null) => text && <span className="id">{text}</span>;
  return (
    <section className={`sec border-border border-t ${factsOnPhone}`} aria-labelledby="invoice">
      <h2 className="h2 mb-2" id="invoice">
        {t('invoice')} <span className="q">{t('invoiceAside')}</span>
      </h2>
      <Facts
        two
        of={[
          [t('number'), code(invoice.number)],
          [t('recipientNif'), code(invoice.recipientNif)],
          [t('atcud'), code(invoice.atcud)],
          [t('total'), invoice.total === null ? null : format.euros(Number(invoice.total))],
        ]}
      />
    </section>
  );
}
