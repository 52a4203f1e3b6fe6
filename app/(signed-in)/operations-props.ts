import 'server-only';
import { mayOpen } from '@/lib/domain/access';
import type { Actor } from '@/lib/domain/actor';
import type { RawParams } from '@/lib/domain/list-reader';
import { operationSources, operationStatuses, operationTypes } from '@/lib/domain/operation';
import { countedTypes } from '@/lib/domain/operation-filter';
import { paths } from '@/lib/paths';
import { openOperations } from '@/lib/services/operations/answer';
import { listProps } from './list-props';

const vocabulary = { statuses: operationStatuses, types: operationTypes, sources: operationSources, countedTypes };

type Given = {
  /** What the address holds. */
  readonly params: RawParams;
  /** The path of the page. */
  readonly at: string;
  /** What the page narrows the list to, whatever the address holds. */
  readonly narrow?: Readonly<Record<string, string>>;
};

/** What a page hands to its operations list. A tab's list has no saved views, and none opens instead. */
export async function operationsProps(actor: Actor, { params, at, narrow = {} }: Given) {
  const { answer, options, kept } = await openOperations(actor, { ...params, ...narrow });
  const narrowed = Object.keys(narrow).length > 0;
  return {
    ...listProps({
      list: 'operations',
      params,
      answer,
      kept: narrowed ? { ...kept, views: [] } : kept,
      address: {
        page: (query) => paths.at(at, query),
        data: (query) => paths.lists.operations({ ...query, ...narrow }),
      },
    }),
    at,
    narrow,
    options,
    vocabulary,
    shown: {
      partner: actor.role === 'administrator' && !narrowed,
      issuer: options.issuers.length > 1 && narrow.issuer === undefined,
      service: options.services.length > 1,
    },
    graph: mayOpen(actor.role, paths.dashboard()),
    anybody: actor.role !== 'auditor' || actor.issuerIds.length > 0,
  };
}
