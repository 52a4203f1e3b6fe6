/** What a spreadsheet would take for a formula. A number keeps its sign. */
const formula = /^[=+@\t\r]|^-(?!\s?[\d.,]+$)/;

/** A cell's text for a table that is pasted elsewhere: one line, and no formula. */
export function pasted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return formula.test(line) ? `'${line}` : line;
}

const cellsOf = (row: HTMLTableRowElement): string =>
  // Neither the checkbox nor the actions.
  [...row.cells]
    .slice(1, -1)
    .map((cell) => pasted(cell.textContent ?? ''))
    .join('\t');

/** Copies the selected rows as they are shown, under their heads, as a spreadsheet takes them. */
export async function copyRows(body: HTMLTableSectionElement | null): Promise<void> {
  const table = body?.closest('table');
  const head = table?.tHead?.rows[0];
  if (!body || !head) return;
  const selected = [...body.rows].filter((row) => row.querySelector<HTMLInputElement>('.sel > input')?.checked);
  await navigator.clipboard.writeText([head, ...selected].map(cellsOf).join('\n'));
}
