import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { DirectoryVocabulary } from '@/components/directory/kit';
import type { Actor } from '@/lib/domain/actor';
import { accessStates, authorityStatuses } from '@/lib/domain/certificate';
import { grantStates, partnerKinds, statuses } from '@/lib/domain/company';
import type { DirectoryName } from '@/lib/domain/directory-filter';
import type { RawParams } from '@/lib/domain/list-reader';
import { mailStates } from '@/lib/domain/mail';
import { type Permission, reachOf } from '@/lib/domain/permissions';
import { type Role, rankOf, roles } from '@/lib/domain/roles';
import { paths, type Query } from '@/lib/paths';
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
  /** What the page that makes one more begins with. */
  readonly start?: Readonly<Record<string, string>>;
};

/** Where one more is made, and by whom. */
const makes: Partial<Record<DirectoryName, { permission: Permission; path: (query?: Query) => string }>> = {
  operators: { permission: 'operators.invite', path: paths.newOperator },
  accesses: { permission: 'accesses.edit', path: paths.newAccess },
  issuers: { permission: 'issuers.create', path: paths.newIssuer },
  partners: { permission: 'partners.create', path: paths.newPartner },
  authorities: { permission: 'authorities.edit', path: paths.newAuthority },
  certificates: { permission: 'certificates.edit', path: paths.newCertificate },
  wallets: { permission: 'certificates.edit', path: paths.newWallet },
};

async function makeOf(actor: Actor, name: DirectoryName, start: Query) {
  const make = makes[name];
  if (!make || actor.readOnly || reachOf(make.permission, actor.role) === null) return undefined;
  const t = await getTranslations('directory');
  return { label: t(`${name}.make` as 'operators.make'), href: make.path(start) };
}

/** The vocabulary that an operator of this role meets in directories: its own role's list and lower ones. */
const vocabularyFor = (role: Role): DirectoryVocabulary => ({
  statuses,
  roles: roles.filter((each) => sees(role, each)).toReversed(),
  types: partnerKinds,
  states: grantStates,
  mailStates: role === 'administrator' ? mailStates : [],
  accessStates,
  authorityStates: role === 'administrator' ? authorityStatuses : [],
});

/** A partner sees no auditors; an issuer those that are granted to it. */
const sees = (role: Role, other: Role): boolean =>
  rankOf(other) <= rankOf(role) && !(role === 'partner' && other === 'auditor');

/** What every directory's page hands to its list. A tab's list has no saved views, and none opens instead. */
export async function directoryProps<R extends DirectoryRow>(
  actor: Actor,
  { of, params, at, narrow = {}, start = {} }: Given<R>,
) {
  const [{ answer, kept }, make] = await Promise.all([
    openDirectory(actor, of, { ...params, ...narrow }),
    makeOf(actor, of.name, start),
  ]);
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
    make,
  };
}
