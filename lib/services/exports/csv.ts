import 'server-only';
import { writeCsv } from 'hucre/csv';
import { localTime } from '@/lib/format/local-time';
import type { Cell, SomeColumn, SomeRow } from './declare';
import { plainText, type Table, type Written } from './table';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const byteOrderMark = '\uFEFF';
const line = '\r\n';
const comment = '#';

/**
 * A table as CSV (RFC 4180, UTF-8): `;` between the fields in Portuguese, as Excel expects there, `,` in English; dot
 * decimals; ISO 8601 instants with their offset. What is said about the file stands in lines that begin with `#`, above
 * the header and below the rows: a spreadsheet shows them as one cell each, and programs skip them by that sign, since
 * a value that begins with it is quoted.
 */
export async function* writeCsvFile(table: Table): AsyncGenerator<Written> {
  const options = { delimiter: table.language === 'pt' ? ';' : ',', lineSeparator: line, comment };
  const { iso } = localTime(table.timeZone);
  const written = (rows: Cell[][], count: number): Written => encoded(`${writeCsv(rows, options)}${line}`, count);
  const said = (text: string): string => `${comment} ${oneCell(text, options.delimiter)}${line}`;

  yield encoded(byteOrderMark + table.head.map(said).join(''), 0);
  yield written([table.columns.map(({ label }) => label)], 0);
  const cells = table.columns.map((column) => cellOf(column, iso));
  let done = 0;
  try {
    for await (const piece of table.pieces) {
      if (piece.length > 0)
        yield written(
          piece.map((row) => cells.map((cell) => cell(row))),
          piece.length,
        );
      done += piece.length;
    }
  } catch (error) {
    yield encoded(said(table.broken(done)), 0);
    throw error;
  }
  yield encoded(said(table.end), 0);
}

/** A text that begins a formula is made plain, an instant is written; numbers stay. */
function cellOf(column: SomeColumn, iso: (at: number) => string): (row: SomeRow) => Cell {
  if (column.kind === 'number') return (row) => column.value(row);
  return (row) => {
    const value = column.value(row);
    if (typeof value === 'number') return column.kind === 'instant' ? iso(value) : value;
    return value === null ? null : plainText(value);
  };
}

const encoded = (text: string, rows: number): Written => ({ bytes: Buffer.from(text, 'utf8'), rows });

/** Names of companies come into it: nothing of them may open another cell or another line. */
function oneCell(text: string, delimiter: string): string {
  const other = delimiter === ';' ? ',' : ';';
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('"', "'")
    .replaceAll(delimiter, other);
}
