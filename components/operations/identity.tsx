import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { StatusChip } from '@/components/ui/chip';
import { CopyButton } from '@/components/ui/copy-button';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { OperationDetail } from '@/lib/services/operations/schemas';

/** Which operation this is: reference, status, id to copy, reception with its zone. `children`: the way back. */
export async function Identity({
  operation,
  graph,
  children,
}: {
  operation: OperationDetail;
  graph: boolean;
  children: ReactNode;
}) {
  const [t, v, format] = await Promise.all([getTranslations('operations'), getTranslations('vocabulary'), getFormat()]);
  const { id, reference, status, receivedAt, failed, items, errorCode } = operation;
  const partial = status === 'COMPLETED_WITH_ERRORS';
  const detail = partial ? t('partOf', { part: format.count(failed), all: format.count(items) }) : errorCode;
  return (
    <>
      <div className="ident">
        <h1 className="id">{reference}</h1>
        <StatusChip status={status} label={v(`operationStatus.${status}`)} detail={detail} />
        <span className="grow" />
        {children}
        {graph ? (
          <ButtonLink href={paths.dashboard({ service: operation.service.id })} small icon="graph">
            {t('graph')}
          </ButtonLink>
        ) : null}
      </div>
      <p className="flex flex-wrap items-center gap-x-4 px-(--gutter) pb-3 text-13 text-text-2">
        <CopyButton text={id} label={t('detail.copyId')} done={t('detail.copied')} />
        <time dateTime={new Date(receivedAt).toISOString()} title={format.tooltip(receivedAt)}>
          {format.full(receivedAt)} <span className="q">{format.zone(receivedAt)}</span>
        </time>
      </p>
    </>
  );
}
