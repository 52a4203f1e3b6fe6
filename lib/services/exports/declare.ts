import 'server-only';
import type { z } from 'zod';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { RawParams } from '@/lib/domain/operation-filter';
import { parseInput } from '../authorise';
import type { AnyVerb, Query } from '../define';
import type { Reading } from '../reading';
import type { Words } from './words';

export type Cell = string | number | null;

/** text: made safe against formulas · number: as it is · instant: milliseconds since 1970. */
type ColumnKind = 'text' | 'number' | 'instant';

/** A column of a list: `id` is its name in the address, `label` the header that the list itself shows. */
type Column<Row> = {
  readonly id: string;
  readonly label: string;
  readonly kind: ColumnKind;
  // A method, not a property: its parameter is then bivariant, and one table can hold the columns of any list.
  value(row: Row): Cell;
};
/** A row of whatever list: only the columns that came with it can read it. */
export type SomeRow = unknown;
export type SomeColumn = Column<SomeRow>;

type Declared<I extends z.ZodType, Row> = {
  readonly verb: Query<I, Reading<Row>>;
  /** What the verb is asked for the list's address. @param today local day of the installation's zone */
  readonly read: (params: RawParams, today: string) => z.input<I>;
  readonly columns: (words: Words) => readonly Column<Row>[];
  /** What narrows the list, in words: one a filter. */
  readonly filter: (input: z.output<I>, names: Reading<Row>['names'], words: Words) => readonly string[];
};

type Asked = {
  readonly db: Database;
  readonly actor: Actor;
  readonly input: unknown;
  readonly columns: readonly string[];
  readonly words: Words;
};

/** A list under way: what a file says of it, the columns chosen, and its rows. */
export type OpenList = {
  readonly count: number;
  readonly filter: readonly string[];
  readonly columns: readonly SomeColumn[];
  readonly next: () => Promise<readonly SomeRow[]>;
};

/** How any list is exported, whatever its rows are. */
export type ListExport = {
  readonly verb: AnyVerb;
  readonly input: (params: RawParams, today: string) => unknown;
  /** Of the columns named those that the list has, in that order; all where none is. */
  readonly choose: (named: readonly string[], words: Words) => readonly string[];
  readonly open: (asked: Asked) => Promise<OpenList>;
};

/** Makes a list exportable: its columns and the verb that reads it through are all it takes. */
export function exported<I extends z.ZodType, Row>({ verb, read, columns, filter }: Declared<I, Row>): ListExport {
  return {
    verb,
    input: read,
    choose: (named, words) => {
      const all = columns(words).map(({ id }) => id);
      const known = [...new Set(named)].filter((id) => all.includes(id));
      return known.length > 0 ? known : all;
    },
    open: async ({ db, actor, input: raw, columns: chosen, words }) => {
      const input = parseInput(verb.input, raw);
      const { count, names, next } = await verb.run({ db, actor, input });
      const all = columns(words);
      const shown: SomeColumn[] = chosen.flatMap((id) => all.find((column) => column.id === id) ?? []);
      return { count, filter: filter(input, names, words), columns: shown, next };
    },
  };
}
