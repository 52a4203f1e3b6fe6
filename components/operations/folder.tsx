import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { getFormat } from '@/lib/format/server';
import type { OperationDetail } from '@/lib/services/operations/schemas';
import { factsOnPhone, hasFolder } from './general';

/** The documents folder: its name, who is to receive it, how long it is kept. Nothing where there is none. */
export async function Folder({ operation }: { operation: OperationDetail }) {
  const [t, format] = await Promise.all([getTranslations('operations.detail'), getFormat()]);
  const { folderName, recipients, custodyUntil } = operation;
  if (!hasFolder(operation)) return null;
  return (
    <section
      className={`sec border-border border-t ${factsOnPhone} [&_dd]:whitespace-normal [&_dd]:[overflow-wrap:anywhere]`}
      aria-labelledby="folder"
    >
      <h2 className="h2 mb-2" id="folder">
        {t('folder')}
      </h2>
      <Facts
        two
        of={[
          [t('folderName'), folderName],
          [t('custody'), custodyUntil === null ? null : format.day(custodyUntil)],
          [t('recipients'), recipients.length > 0 ? recipients.join(', ') : null],
        ]}
      />
    </section>
  );
}
