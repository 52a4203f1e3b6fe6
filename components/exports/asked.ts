import type en from '@/lib/i18n/messages/en/exports.json';

/** A list that can be exported, by its name in lib/services/exports/lists.ts. */
export type Exported = keyof (typeof en)['what'];

/** What a list hands over to be exported. */
export type Asked = {
  readonly list: Exported;
  /** What the list's address holds: filters and order. Place and size in it mean nothing here. */
  readonly query: Readonly<Record<string, string | null>>;
  /** Ids of the columns shown, in their order. */
  readonly columns: readonly string[];
  /** How many rows the list knows of; null where it does not know exactly. */
  readonly total: number | null;
};

const ofThePage = ['after', 'before', 'size', 'view', 'columns'];

/** The query of the export: all rows that pass, under the columns shown. */
export function exportQuery({ query, columns }: Pick<Asked, 'query' | 'columns'>): Asked['query'] {
  const kept = Object.entries(query).filter(([field]) => !ofThePage.includes(field));
  return { ...Object.fromEntries(kept), columns: columns.join(',') };
}
