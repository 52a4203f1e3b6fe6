import { type DocumentStatus, type OperationStatus, signedStatuses } from './operation';

type Facts = {
  readonly receivedAt: number;
  readonly finishedAt: number | null;
  readonly status: OperationStatus;
  readonly errorCode: string | null;
  readonly signed: number;
  readonly failed: number;
  readonly documents: readonly {
    readonly status: DocumentStatus;
    readonly timeStampAt: number | null;
    readonly errorCode: string | null;
  }[];
};

/** What happened to an operation, as far as what was registered tells. `at` in ms since 1970, null where nobody noted it. */
export type TimelineStep =
  | { readonly kind: 'received'; readonly at: number }
  | { readonly kind: 'waiting' | 'running'; readonly at: null; readonly signed: number }
  | {
      readonly kind: 'timeStamped' | 'notified' | 'archived' | 'purged';
      readonly at: number | null;
      readonly count: number;
    }
  /** Items that failed for a reason that is not the operation's own. */
  | { readonly kind: 'itemsFailed'; readonly at: null; readonly count: number; readonly errorCode: string }
  | {
      readonly kind: 'finished';
      readonly at: number | null;
      readonly status: Exclude<OperationStatus, 'RECEIVED' | 'PROCESSING'>;
      readonly failed: number;
      readonly errorCode: string | null;
    };

/** Steps in the order in which they happened. */
export function timelineOf(facts: Facts): TimelineStep[] {
  const steps: TimelineStep[] = [{ kind: 'received', at: facts.receivedAt }];
  const stamps = facts.documents.flatMap((each) =>
    each.timeStampAt !== null && signedStatuses.includes(each.status) ? [each.timeStampAt] : [],
  );
  if (stamps.length > 0) steps.push({ kind: 'timeStamped', at: Math.max(...stamps), count: stamps.length });
  for (const [errorCode, count] of failuresOf(facts)) steps.push({ kind: 'itemsFailed', at: null, count, errorCode });
  if (facts.status === 'RECEIVED') steps.push({ kind: 'waiting', at: null, signed: 0 });
  else if (facts.status === 'PROCESSING') steps.push({ kind: 'running', at: null, signed: facts.signed });
  else {
    const { finishedAt: at, status, failed, errorCode } = facts;
    steps.push({ kind: 'finished', at, status, failed, errorCode });
  }
  for (const [kind, status] of [
    ['notified', 'NOTIFIED'],
    ['archived', 'ARCHIVED'],
    ['purged', 'PURGED'],
  ] as const) {
    const count = facts.documents.filter((each) => each.status === status).length;
    if (count > 0) steps.push({ kind, at: null, count });
  }
  return steps;
}

/** How many items failed, by reason; without the reason that the operation's own end names. */
function failuresOf({ documents, errorCode }: Facts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of documents) {
    if (each.errorCode === null || each.errorCode === errorCode) continue;
    counts.set(each.errorCode, (counts.get(each.errorCode) ?? 0) + 1);
  }
  return counts;
}
