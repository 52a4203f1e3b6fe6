import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { getFormat } from '@/lib/format/server';
import type { OperationDetail } from '@/lib/services/operations/schemas';
import { factsOnPhone } from './general';

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
