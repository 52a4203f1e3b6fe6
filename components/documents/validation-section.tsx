import { getTranslations } from 'next-intl/server';
import { Messages } from '@/lib/i18n/client-messages';
import { Region } from './document-facts';
import { ValidationPanel } from './validation-panel';

/** Where a document's signatures are judged. */
export async function ValidationSection({ id }: { id: string }) {
  const t = await getTranslations('validation');
  return (
    <Region id="validation" title={t('title')}>
      <Messages of={['validation', 'documentPreview']}>
        <ValidationPanel id={id} />
      </Messages>
    </Region>
  );
}
