import { z } from 'zod';
import { viewParams, viewQuery } from '@/lib/domain/list-view';
import { type ListName, listNames, lists } from '@/lib/domain/lists';

/** Views that an operator may keep of one list: more are no longer found at a glance. */
export const mostViews = 30;
const longestName = 60;
const longestQuery = 4000;

/** A saved view as its owner sees it; `version` names the state that an edit began from. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isDefault: boolean;
  readonly version: number;
};

/** What an operator keeps of a list: its views, oldest first, and its columns (null: those that everybody gets). */
export type KeptOfList = { readonly views: readonly SavedView[]; readonly columns: readonly string[] | null };

const list = z.enum(listNames as [ListName, ...ListName[]]);
const id = z.uuid();
const version = z.coerce.number().int().positive();
const name = z
  .string()
  .trim()
  .min(1)
  .max(longestName)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const query = z
  .string()
  .max(longestQuery)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const listInput = z.strictObject({ list });

/** Without `id` a new view; with it the one that is there, as it was at `version`. The query is kept in its one form. */
export const viewSaving = z
  .strictObject({ list, name, query, id: id.optional(), version: version.optional() })
  .refine(({ id, version }) => (id === undefined) === (version === undefined), { path: ['version'] })
  .transform(({ query: raw, ...rest }) => ({ ...rest, query: viewQuery(rest.list, viewParams(rest.list, raw)) }));

export const viewRenaming = z.strictObject({ id, version, name });
export const viewRemoval = z.strictObject({ id, version });
/** Without `id` the plain list opens again. */
export const defaultChoice = z.strictObject({ list, id: id.optional() });

/** Without `columns` those that everybody gets. */
export const columnChoice = z.strictObject({ list, columns: z.string().max(400).optional() }).refine(
  ({ list: of, columns }) => {
    const all: readonly string[] = lists[of].columns;
    return columns === undefined || columns.split(',').every((each) => all.includes(each));
  },
  { path: ['columns'] },
);
