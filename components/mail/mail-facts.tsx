import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { getFormat } from '@/lib/format/server';
import type { MailDetail } from '@/lib/services/mail/schemas';

/** To whom a mail goes and where it stands. */
export async function MailFacts({ mail }: { mail: MailDetail }) {
  const [t, d, format] = await Promise.all([getTranslations('mail'), getTranslations('directory'), getFormat()]);
  const { address, name, template, language, attempts, createdAt, sentAt, error, state, linked } = mail;
  const at = (time: number) => (
    <time dateTime={new Date(time).toISOString()} title={format.tooltip(time)}>
      {format.full(time)} <span className="q">{format.zone(time)}</span>
    </time>
  );
  return (
    <>
      {state === 'kept' ? (
        <div className="mb-3">
          <Notice>{t(linked ? 'keptLinked' : 'kept')}</Notice>
        </div>
      ) : null}
      <Facts
        of={[
          [
            t('to'),
            <span key="to">
              <bdi>{name}</bdi> <span className="q">{address}</span>
            </span>,
          ],
          [t('kind'), d(`template.${template}`)],
          [t('language'), t(`languages.${language}`)],
          [t('created'), at(createdAt)],
          [t('sent'), sentAt === null ? null : at(sentAt)],
          [t('attempts'), format.count(attempts)],
          [t('error'), error],
        ]}
      />
    </>
  );
}
