import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { getFormat } from '@/lib/format/server';
import type { OperationDetail } from '@/lib/services/operations/schemas';

/** Two columns of facts become one, and their values may break, where there is no room for two. */
export const factsOnPhone =
  'max-phone:[&_.facts]:grid-cols-[max-content_minmax(0,1fr)] max-phone:[&_dd]:whitespace-normal max-phone:[&_dd]:break-words';

/** Documents are gathered in a folder that has a name or recipients. */
export const hasFolder = ({ folderName, recipients }: OperationDetail): boolean =>
  folderName !== null || recipients.length > 0;

/** General facts of an operation: whose it is, who pays, with what it was signed. */
export async function General({ operation }: { operation: OperationDetail }) {
  const [t, tt, v, format] = await Promise.all([
    getTranslations('operations.detail'),
    getTranslations('operations'),
    getTranslations('vocabulary'),
    getFormat(),
  ]);
  const { service, issuer, partner, payer, custodyUntil } = operation;
  const signed = { signed: format.count(operation.signed), items: format.count(operation.items) };
  return (
    <section className={`sec border-border border-t ${factsOnPhone}`} aria-labelledby="general">
      <h2 className="sr-only" id="general">
        {t('general')}
      </h2>
      <Facts
        two
        of={[
          [
            t('service'),
            <span key="service" title={service.alias}>
              {service.name} <span className="q id">·{service.alias.slice(-6)}</span>
            </span>,
          ],
          [t('type'), v(`operationType.${operation.type}`)],
          [t('issuer'), issuer.name],
          [t('source'), v(`operationSource.${operation.source}`)],
          [t('partner'), partner?.name ?? tt('direct')],
          [t('signed'), t('signedOf', signed)],
          [t('payer'), payer.name],
          [t('size'), operation.bytes > 0 ? format.bytes(operation.bytes) : null],
          [t('certificate'), operation.certificate],
          // Beside the folder, where there is one.
          ...(hasFolder(operation)
            ? []
            : [[t('custody'), custodyUntil === null ? null : format.day(custodyUntil)] as const]),
        ]}
      />
    </section>
  );
}
