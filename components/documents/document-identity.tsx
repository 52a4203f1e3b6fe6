import { getTranslations } from 'next-intl/server';
import { StatusChip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { getFormat } from '@/lib/format/server';
import type { DocumentDetail } from '@/lib/services/documents/schemas';
import { BackLink } from './back-link';

/** What the document is called on its page: a hash item has no name. */
export async function titleOf({ name, seq, operation }: DocumentDetail): Promise<string> {
  const [t, format] = await Promise.all([getTranslations('document'), getFormat()]);
  return name ?? t('hashTitle', { seq: format.count(seq), reference: operation.reference });
}

/** Which document this is: name, status, hash to copy, reception with its zone. */
export async function DocumentIdentity({ document }: { document: DocumentDetail }) {
  const [t, v, format, title] = await Promise.all([
    getTranslations('document'),
    getTranslations('vocabulary'),
    getFormat(),
    titleOf(document),
  ]);
  const { status, errorCode, sha256, operation } = document;
  const { receivedAt } = operation;
  return (
    <>
      <div className="ident flex-wrap">
        <h1 className="id min-w-0 !whitespace-normal [overflow-wrap:anywhere]">{title}</h1>
        <StatusChip status={status} label={v(`documentStatus.${status}`)} detail={errorCode} />
        <span className="grow" />
        <BackLink hash={document.content === 'hash'} label={t('back')} />
      </div>
      <p className="flex flex-wrap items-center gap-x-4 px-(--gutter) pb-3 text-13 text-text-2 [&_.copy]:[overflow-wrap:anywhere] [&_.copy]:text-left">
        <CopyButton text={sha256} label={t('copyHash')} done={t('copied')} />
        <time dateTime={new Date(receivedAt).toISOString()} title={format.tooltip(receivedAt)}>
          {format.full(receivedAt)} <span className="q">{format.zone(receivedAt)}</span>
        </time>
      </p>
    </>
  );
}
