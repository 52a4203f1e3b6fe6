import fc from 'fast-check';
import { parseCsv } from 'hucre/csv';
import { describe, expect, it } from 'vitest';
import { writeCsvFile } from './csv';
import { plainText, type Table } from './table';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '#', '"', "'", ';', ',', '\n', '\r', '\t', ' ', 'a'),
    maxLength: 8,
  }),
);

function tableOf(rows: readonly string[], head: readonly string[], language: 'pt' | 'en'): Table {
  async function* pieces() {
    yield rows;
  }
  return {
    name: 'x',
    head,
    columns: [
      { id: 'n', label: 'N', kind: 'number', value: () => -1 },
      { id: 'text', label: 'Text', kind: 'text', value: (row) => String(row) },
    ],
    pieces: pieces(),
    end: 'End',
    broken: () => '',
    language,
    timeZone: 'UTC',
    inZone: (label) => label,
  };
}

async function written(table: Table): Promise<string> {
  let all = '';
  for await (const { bytes } of writeCsvFile(table)) all += Buffer.from(bytes).toString('utf8');
  return all;
}

/** A lone surrogate is no character: UTF-8 writes the replacement in its place. */
const stored = (value: string): string => Buffer.from(value, 'utf8').toString('utf8');

describe('a CSV file', () => {
  it('gives back every row and value, whatever they hold, and none that a spreadsheet would run', async () => {
    const files = fc.record({
      rows: fc.array(text, { maxLength: 6 }),
      head: fc.array(text, { minLength: 1, maxLength: 3 }),
      language: fc.constantFrom('pt' as const, 'en' as const),
    });
    await fc.assert(
      fc.asyncProperty(files, async ({ rows, head, language }) => {
        const all = await written(tableOf(rows, head, language));
        const delimiter = language === 'pt' ? ';' : ',';
        const [header, ...read] = parseCsv(all, { delimiter, comment: '#' });
        expect(header).toEqual(['N', 'Text']);
        expect(read).toEqual(rows.map((row) => ['-1', stored(plainText(row))]));
        for (const [, value] of read) expect(value).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  it('lets nothing that it says about itself open another cell or line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (head) => {
        const lines = (await written(tableOf([], head, 'pt'))).split('\r\n');
        expect(lines).toHaveLength(head.length + 3);
        for (const line of lines.slice(0, head.length)) expect(line).toMatch(/^\uFEFF?# [^;"\r\n]*$/);
      }),
    );
  });
});
