import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon, type IconName, type IconTone } from '@/components/icons/icon';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import { type TimelineStep, timelineOf } from '@/lib/domain/operation-timeline';
import { absent } from '@/lib/format/numbers';
import { getFormat } from '@/lib/format/server';
import type { OperationDetail } from '@/lib/services/operations/schemas';

const seals = {
  received: ['wait', 'wait'],
  waiting: ['wait', 'wait'],
  running: ['run', 'run'],
  timeStamped: ['done', 'pass'],
  itemsFailed: ['fail', 'fail'],
  notified: ['done', 'pass'],
  archived: ['done', 'pass'],
  purged: ['cancel', 'wait'],
  COMPLETED: ['done', 'pass'],
  COMPLETED_WITH_ERRORS: ['part', 'warn'],
  FAILED: ['fail', 'fail'],
  CANCELLED: ['cancel', 'wait'],
} as const satisfies Record<string, readonly [IconName, IconTone]>;

/** What happened, step by step, with the time since the step before. */
export async function Timeline({ operation }: { operation: OperationDetail }) {
  const [t, format] = await Promise.all([getTranslations('operations.detail'), getFormat()]);
  const steps = timelineOf(operation);
  const took = operation.finishedAt === null ? null : operation.finishedAt - operation.receivedAt;
  return (
    <section className="sec" aria-labelledby="timeline">
      <h2 className="h2 mb-2" id="timeline">
        {t('timeline')} {took === null ? null : <span className="q">{t('took', { time: format.duration(took) })}</span>}
      </h2>
      <ol className="line">
        {steps.map((step, index) => (
          <Step
            key={step.kind === 'itemsFailed' ? step.errorCode : step.kind}
            step={step}
            before={steps[index - 1]?.at ?? null}
            operation={operation}
          />
        ))}
      </ol>
    </section>
  );
}

type StepProps = { step: TimelineStep; before: number | null; operation: OperationDetail };

async function Step({ step, before, operation }: StepProps) {
  const format = await getFormat();
  const [icon, tone] = seals[step.kind === 'finished' ? step.status : step.kind];
  const since = step.at !== null && before !== null ? step.at - before : null;
  return (
    <li>
      <Icon name={icon} tone={tone} />
      <span className="q">{step.at === null ? absent : format.clockExact(step.at)}</span>
      <span className="min-w-0">
        <Words step={step} operation={operation} />
      </span>
      <span className="q num">{since ? `+${format.duration(since)}` : ''}</span>
    </li>
  );
}

async function Words({ step, operation }: Omit<StepProps, 'before'>): Promise<ReactNode> {
  const [t, v, format] = await Promise.all([
    getTranslations('operations.detail.step'),
    getTranslations('vocabulary'),
    getFormat(),
  ]);
  const some = (n: number) => ({ n, count: format.count(n) });
  switch (step.kind) {
    case 'received':
      return (
        <>
          {t('received', { source: v(`operationSource.${operation.source}`) })}{' '}
          <span className="q">
            · {t('receivedItems', { ...some(operation.items), size: format.bytes(operation.bytes || null) })}
          </span>
        </>
      );
    case 'waiting':
      return t('waiting');
    case 'running':
      return (
        <>
          {t('running')}{' '}
          <span className="q">
            · {t('soFar', { signed: format.count(step.signed), items: format.count(operation.items) })}
          </span>
        </>
      );
    case 'finished':
      return (
        <>
          {t(`finished.${step.status}`)}
          {step.failed > 0 ? <span className="q"> · {t('failedItems', some(step.failed))}</span> : null}
          {step.errorCode ? <ErrorWords code={step.errorCode} /> : null}
        </>
      );
    case 'itemsFailed':
      return (
        <>
          {t('failedItems', some(step.count))}
          <ErrorWords code={step.errorCode} />
        </>
      );
    default:
      return t(step.kind, some(step.count));
  }
}

/** The code, what it means, what to do. A code that nobody knows stands alone. */
async function ErrorWords({ code }: { code: string }) {
  const [t, codes] = await Promise.all([getTranslations('operations.detail'), getTranslations('codes')]);
  const known = errorCodeList.find((each) => each === code);
  const key = known && errorKey(known);
  return (
    <span className="mt-0.5 block text-text-2">
      <span className="id font-medium text-danger-text">{t('error', { code })}</span>
      {key ? `: ${codes(`${key}.what`)} ${codes(`${key}.next`)}` : null}
    </span>
  );
}
