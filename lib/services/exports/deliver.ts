import 'server-only';
import { asExporter } from '@/db/client';
import type { Actor } from '@/lib/domain/actor';
import { forbidden } from '@/lib/domain/errors';
import type { ExportFormat } from '@/lib/domain/export';
import { env } from '@/lib/env';
import { localTime } from '@/lib/format/local-time';
import { authorise, reachable } from '../authorise';
import { writeCsvFile } from './csv';
import type { OpenList } from './declare';
import { type ExportListName, exportLists } from './lists';
import type { ExportAnnouncement } from './schemas';
import { standingOf, stillStands } from './standing';
import type { Table, Written } from './table';
import { type Words, wordsOf } from './words';
import { writeXlsxFile } from './xlsx';

export type Order = {
  readonly list: ExportListName;
  readonly format: ExportFormat;
  /** What the list's verb is asked. */
  readonly input: unknown;
  /** Ids of columns, in their order. */
  readonly columns: readonly string[];
};

/** Who gets the file. A promise that it rejects ends the export. */
export type Receiver = {
  /** The operator as it stands now, asked before every piece; null when it may not enter any more. */
  readonly standing: () => Promise<Actor | null>;
  /** Told how many rows there will be, before the first of them. */
  readonly begin: (rows: number) => Promise<void>;
  readonly piece: (written: Written) => Promise<void>;
};

const writers = { csv: writeCsvFile, xlsx: writeXlsxFile } as const;

/**
 * Writes a list to a file. Count and rows are one snapshot under the operator's own database role, so that what is
 * announced is what comes; the operator's rights are looked up again before every piece.
 * @returns rows delivered
 * @throws Failure forbidden when the role lacks the list's permission, or rights are lost on the way
 */
export async function deliver(actor: Actor, order: Order, receiver: Receiver): Promise<number> {
  const list = exportLists[order.list];
  await reachable(authorise(actor, list.verb));
  const words = wordsOf(actor.language, env().SIGNSTASH_TIME_ZONE);
  return reachable(
    asExporter(actor, async (db) => {
      const { input, columns } = order;
      const opened = await list.open({ db, actor, input, columns, words });
      await receiver.begin(opened.count);
      const table = tableOf(actor, order, opened, words, checked(actor, opened, receiver));
      for await (const written of writers[order.format](table)) await receiver.piece(written);
      return opened.count;
    }),
  );
}

/** What a list holds now. Nothing leaves, so nothing is recorded. */
export async function announce(actor: Actor, { list: name, input, columns }: Omit<Order, 'format'>) {
  const list = exportLists[name];
  await reachable(authorise(actor, list.verb));
  const words = wordsOf(actor.language, env().SIGNSTASH_TIME_ZONE);
  const opened = await reachable(asExporter(actor, (db) => list.open({ db, actor, input, columns, words })));
  const { count: rows, filter } = opened;
  return { rows, filter, columns: opened.columns.map(({ label }) => label) } satisfies ExportAnnouncement;
}

/** The rows, a piece at a time: none goes out after the rights to it have gone, and none is missing at the end. */
async function* checked(
  actor: Actor,
  { count, next }: OpenList,
  { standing }: Receiver,
): Table['pieces'] & AsyncGenerator {
  const then = standingOf(actor);
  let rows = 0;
  for (;;) {
    const [now, piece] = await Promise.all([standing(), next()]);
    if (!stillStands(now, then)) throw forbidden();
    if (piece.length === 0) break;
    rows += piece.length;
    yield piece;
  }
  if (rows !== count) throw new Error(`an export announced ${count} rows and read ${rows}`);
}

function tableOf(actor: Actor, order: Order, opened: OpenList, words: Words, pieces: Table['pieces']): Table {
  const { t, format } = words;
  const { SIGNSTASH_TIME_ZONE: timeZone } = env();
  const { count } = opened;
  const list = t(`list.${order.list}`);
  const at = localTime(timeZone).iso(Date.now());
  return {
    name: list,
    head: [
      t('head', { list, n: count, count: String(count) }),
      t('filter', { text: opened.filter.join(' · ') }),
      `${t('origin', { at, name: actor.name, email: actor.email })} · ${t('zone', { zone: timeZone })}`,
    ],
    columns: opened.columns,
    pieces,
    end: t('end', { n: count, count: String(count) }),
    broken: (done) => t('broken', { done: String(done), count: String(count) }),
    language: format.language,
    timeZone,
    inZone: (label) => t('inZone', { label, zone: timeZone }),
  };
}
