import { z } from 'zod';
import { accessStates, authorityStatuses } from './certificate';
import { grantStates, partnerKinds, statusSchema } from './company';
import type { Day } from './consumption-calendar';
import { idSchema, type ListNote, listReader, type RawParams, searchSchema, sizeSchema } from './list-reader';
import { type CommonField, type ListName, lists } from './lists';
import { mailStates } from './mail';
import { roleSchema } from './roles';

/** Lists of what stays: companies, people, grants. They are asked and paged alike; operations and documents are not. */
export const directoryNames = [
  'issuers',
  'partners',
  'operators',
  'accesses',
  'subscriptions',
  'mails',
  'authorities',
  'certificates',
  'wallets',
] as const satisfies readonly ListName[];
export type DirectoryName = (typeof directoryNames)[number];

const stateSchema = z.enum([...grantStates, ...mailStates, ...accessStates, ...authorityStatuses]);

const sorts = ['name', 'name-desc', 'newest', 'oldest'] as const;
export type DirectorySort = (typeof sorts)[number];

/** What narrows a directory. An empty list means any; a list that lacks a filter never sets it. */
export const directoryFilterSchema = z.strictObject({
  /** Part of a name, code or address, in any case. */
  search: searchSchema.nullable(),
  statuses: z.array(statusSchema),
  roles: z.array(roleSchema),
  types: z.array(z.enum(partnerKinds)),
  /** Of a grant, a mail, an access to a certificate: each list knows its own. */
  states: z.array(stateSchema),
  bundle: searchSchema.nullable(),
  partner: idSchema.nullable(),
  issuer: idSchema.nullable(),
  authority: idSchema.nullable(),
  wallet: idSchema.nullable(),
});
export type DirectoryFilter = z.infer<typeof directoryFilterSchema>;

/** A filter in an order: what is exported. */
export const directoryOrderSchema = directoryFilterSchema.extend({ sort: z.enum(sorts) });

/** And a page of it; at most one of the two cursors, ids of rows, is set. */
export const directoryPageSchema = directoryOrderSchema.extend({
  after: idSchema.nullable(),
  before: idSchema.nullable(),
  size: sizeSchema,
});
export type DirectoryPage = z.infer<typeof directoryPageSchema>;

type Field = (typeof lists)[DirectoryName]['filters'][number];
export type DirectoryNote = ListNote<Field | CommonField>;

/**
 * Reads filter and page of a directory from an address. Never fails: what is malformed or unknown takes its default and
 * leaves a note.
 * @param today local day of the installation's zone
 */
export function readDirectoryPage(
  list: DirectoryName,
  params: RawParams,
  today: Day,
): { page: DirectoryPage; notes: DirectoryNote[] } {
  const known: readonly string[] = lists[list].filters;
  const asked: RawParams = Object.fromEntries(
    Object.entries(params).filter(([field]) => known.includes(field) || !allFilters.includes(field)),
  );
  const read = listReader<Field>(asked, today);
  const page: DirectoryPage = {
    search: read.text('search'),
    statuses: read.several('status', statusSchema),
    roles: read.several('role', roleSchema),
    types: read.several('type', z.enum(partnerKinds)),
    states: read.several('state', stateSchema),
    bundle: read.text('bundle'),
    partner: read.one('partner', idSchema),
    issuer: read.one('issuer', idSchema),
    authority: read.one('authority', idSchema),
    wallet: read.one('wallet', idSchema),
    ...read.page(sorts, idSchema),
  };
  return { page, notes: read.notes };
}

const allFilters: readonly string[] = directoryNames.flatMap((name) => [...lists[name].filters]);
