import 'server-only';
import type { DirectoryVocabulary } from '@/components/directory/kit';
import type { Actor } from '@/lib/domain/actor';
import { grantStates, partnerKinds, statuses } from '@/lib/domain/company';
import type { RawParams } from '@/lib/domain/list-reader';
import { type Role, rankOf, roles } from '@/lib/domain/roles';
import { paths } from '@/lib/paths';
import { type AnyDirectory, openDirectory } from '@/lib/services/directory/answer';
import type { DirectoryRow } from '@/lib/services/directory/schemas';
import { listProps } from './list-props';

type Given<R extends DirectoryRow> = {
  readonly of: AnyDirectory<R>;
  /** What the address holds. */
  readonly params: RawParams;
  /** The path of the page. */
  readonly at: string;
  /** What the page narrows the list to, whatever the address holds. */
  readonly narrow?: Readonly<Record<string, string>>;
};

/** The vocabulary that an operator of this role meets in directories: its own role's list and lower ones. */
const vocabularyFor = (role: Role): DirectoryVocabulary => ({
  statuses,
  roles: roles.filter((each) => sees(role, each)).toReversed(),
  types: partnerKinds,
  states: grantStates,
});

/** A partner sees no auditors; an issuer those that are granted to it. */
const sees = (role: Role, other: Role): boolean =>
  rankOf(other) <= rankOf(role) && !(role === 'partner' && other === 'auditor');

/** What every directory's page hands to its list. A tab's list has no saved views, and none opens instead. */
export async function directoryProps<R extends DirectoryRow>(actor: Actor, { of, params, at, narrow = {} }: Given<R>) {
  const { answer, kept } = await openDirectory(actor, of, { ...params, ...narrow });
  const narrowed = Object.keys(narrow).length > 0;
  return {
    ...listProps({
      list: of.name,
      params,
      answer,
      kept: narrowed ? { ...kept, views: [] } : kept,
      address: {
        page: (query) => paths.at(at, query),
        data: (query) => paths.lists.directory(of.name, { ...query, ...narrow }),
      },
    }),
    vocabulary: vocabularyFor(actor.role),
    at,
    narrow,
  };
}
