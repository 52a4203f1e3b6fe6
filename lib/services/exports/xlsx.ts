import 'server-only';
import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET } from 'hucre/xlsx';
import { localTime } from '@/lib/format/local-time';
import type { Cell, SomeColumn, SomeRow } from './declare';
import type { Table, Written } from './table';

const numberFormats = { text: '@', number: '0', instant: 'yyyy-mm-dd hh:mm:ss.000' } as const;
const widths = { text: 22, number: 14, instant: 25 } as const;

/**
 * A table as XLSX: real numbers, and instants as date cells that show the installation's clock, its zone named in the
 * header. Text is text: no cell holds a formula. Lines about the file stand above the header, which stays in sight. A
 * file that breaks off has no directory at its end, so that no program opens it.
 */
export async function* writeXlsxFile(table: Table): AsyncGenerator<Written> {
  let waiting = 0;
  const counted = async function* () {
    for await (const piece of table.pieces) {
      yield piece;
      waiting += piece.length;
    }
  };
  const stream = writeXlsxStream(sheetRows(table, counted()), {
    name: table.name,
    columns: table.columns.map(({ kind }) => ({ numFmt: numberFormats[kind], width: widths[kind] })),
    freezePane: { rows: headOf(table).length },
    maxRowsPerSheet: XLSX_MAX_ROWS_PER_SHEET,
    repeatHeaders: false,
  });
  for await (const bytes of stream) {
    // Taken before it is handed out: the writer reads on meanwhile.
    const rows = waiting;
    waiting = 0;
    yield { bytes, rows };
  }
}

/** The lines above the rows, on every sheet: words, an empty line, the header. */
function headOf({ head, columns, inZone }: Table): Cell[][] {
  const label = (column: SomeColumn) => (column.kind === 'instant' ? inZone(column.label) : column.label);
  return [...head.map((text) => [text]), [], columns.map(label)];
}

/** All rows in their order; what goes beyond the rows that a sheet can hold goes on the next. */
async function* sheetRows(table: Table, pieces: Table['pieces']): AsyncGenerator<Cell[]> {
  const { spreadsheet } = localTime(table.timeZone);
  const cells = table.columns.map((column) => (row: SomeRow): Cell => {
    const value = column.value(row);
    return column.kind === 'instant' && typeof value === 'number' ? spreadsheet(value) : value;
  });
  const head = headOf(table);
  let place = 0;
  for await (const piece of pieces) {
    for (const row of piece) {
      if (place % XLSX_MAX_ROWS_PER_SHEET === 0) {
        yield* head;
        place += head.length;
      }
      yield cells.map((cell) => cell(row));
      place += 1;
    }
  }
  if (place === 0) yield* head;
  yield [table.end];
}
