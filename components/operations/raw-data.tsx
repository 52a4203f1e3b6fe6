import { getTranslations } from 'next-intl/server';
import type { OperationDetail } from '@/lib/services/operations/schemas';
import { CopyBeside } from './copy-beside';

/** What the page is drawn from, as programs read it: for support, and for whoever compares systems. */
export async function RawData({ operation }: { operation: OperationDetail }) {
  const t = await getTranslations('operations.detail');
  return (
    <details className="sec border-border border-t text-13">
      <summary className="h2 cursor-pointer">{t('raw')}</summary>
      <p className="q my-2">{t('rawHelp')}</p>
      <CopyBeside label={t('copyRaw')} done={t('copied')} />
      <pre className="id mt-2 [font-family:inherit] whitespace-pre-wrap bg-sunken p-3 text-12 [overflow-wrap:anywhere]">
        {JSON.stringify(operation, null, 2)}
      </pre>
    </details>
  );
}
