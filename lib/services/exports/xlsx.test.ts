import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it, vi } from 'vitest';
import type { Table } from './table';
import { writeXlsxFile } from './xlsx';

// A sheet of eight rows, so that a test need not write a million.
vi.mock('hucre/xlsx', async (original) => ({ ...(await original<object>()), XLSX_MAX_ROWS_PER_SHEET: 8 }));

function tableOf(rows: number): Table {
  async function* pieces() {
    for (let n = 0; n < rows; n += 3) yield Array.from({ length: Math.min(3, rows - n) }, (_, at) => n + at);
  }
  return {
    name: 'Operations',
    head: ['Operations', 'Filter'],
    columns: [
      { id: 'n', label: 'N', kind: 'number', value: Number },
      { id: 'text', label: 'Text', kind: 'text', value: (row) => `=${row}\u0007` },
      { id: 'at', label: 'At', kind: 'instant', value: (row) => Date.UTC(2026, 6, 1, 12) + Number(row) },
    ],
    pieces: pieces(),
    end: 'End',
    broken: () => '',
    language: 'en',
    timeZone: 'Europe/Lisbon',
    inZone: (label) => `${label} (Lisbon)`,
  };
}

async function written(table: Table) {
  const pieces: Uint8Array[] = [];
  let rows = 0;
  for await (const piece of writeXlsxFile(table)) {
    pieces.push(piece.bytes);
    rows += piece.rows;
  }
  return { sheets: (await readXlsx(Buffer.concat(pieces))).sheets, rows };
}

describe('a workbook', () => {
  it('goes on with another sheet where one is full, its head above each', async () => {
    const { sheets, rows } = await written(tableOf(10));
    expect(rows).toBe(10);
    const head = [['Operations'], ['Filter'], [], ['N', 'Text', 'At (Lisbon)']];
    const bodies = sheets.map((sheet) => {
      const all = sheet.rows.map((row) => row.filter((cell) => cell !== null && cell !== ''));
      expect(all.slice(0, 4)).toEqual(head);
      return all.slice(4).map(([first]) => first);
    });
    expect(bodies).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9, 'End'],
    ]);
  });

  it('shows the clock of the zone, and text that is no formula', async () => {
    const { sheets } = await written(tableOf(1));
    const [number, text, at] = sheets[0]?.rows[4] ?? [];
    expect(number).toBe(0);
    expect(text).toMatch(/^=0/);
    expect(at).toEqual(new Date(Date.UTC(2026, 6, 1, 13)));
  });

  it('without rows has its head and its end', async () => {
    const { sheets } = await written(tableOf(0));
    expect(sheets[0]?.rows.at(-1)?.[0]).toBe('End');
  });
});
