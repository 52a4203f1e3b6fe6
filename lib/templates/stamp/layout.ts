import type { Colour, StampDrawing, StampMark } from '@/lib/domain/stamp';

export type StampLine = { readonly text: string; readonly bold?: boolean };

/** How a stamp looks; lengths in points. */
export type StampLook = {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly text: Colour;
  readonly ground: Colour;
  readonly border: Colour;
};

type Measure = (text: string, font: { size: number; bold: boolean }) => number;
type Row = { readonly text: string; readonly bold: boolean };

const padding = 7;
const leading = 1.22;
/** From the top of a row to its baseline, as a part of the size. */
const ascent = 0.9;
/** What is smaller nobody reads on paper. */
const smallest = 4;
const step = 0.2;

/**
 * Lays a stamp out: lines break at words, long words within; where all of it does not fit, the letters shrink, and what
 * does not fit at the smallest size is cut with an ellipsis.
 */
export function layOutStamp(lines: readonly StampLine[], look: StampLook, measure: Measure): StampDrawing {
  const { width, height, text: colour, ground, border } = look;
  const room = { width: width - 2 * padding, height: height - 2 * padding };
  const { rows, size } = fitted(lines, look.fontSize, room, measure);
  const top = (height + rows.length * size * leading) / 2;
  const frame = { kind: 'box', x: 0.25, y: 0.25, width: width - 0.5, height: height - 0.5 } as const;
  const marks = rows.map(
    ({ text, bold }, n): StampMark => ({
      ...{ kind: 'text', x: padding, y: top - n * size * leading - ascent * size, size, bold, colour, text },
    }),
  );
  return { width, height, marks: [{ ...frame, fill: ground, stroke: border }, ...marks] };
}

type Room = { readonly width: number; readonly height: number };

function fitted(lines: readonly StampLine[], wanted: number, room: Room, measure: Measure) {
  for (let size = wanted; ; size = Math.max(smallest, size - step)) {
    const rows = lines.flatMap((line) => broken(line, size, room.width, measure));
    const most = Math.max(1, Math.floor(room.height / (size * leading)));
    if (rows.length <= most) return { rows, size };
    if (size > smallest) continue;
    const kept = rows.slice(0, most);
    const last = kept.pop();
    return { rows: last ? [...kept, { ...last, text: shortened(last, size, room.width, measure) }] : kept, size };
  }
}

function broken({ text, bold = false }: StampLine, size: number, width: number, measure: Measure): Row[] {
  const fits = (candidate: string) => measure(candidate, { size, bold }) <= width;
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (fits(longer)) {
      row = longer;
      continue;
    }
    if (row !== '') rows.push(row);
    row = '';
    for (const letter of word) {
      if (row !== '' && !fits(row + letter)) {
        rows.push(row);
        row = '';
      }
      row += letter;
    }
  }
  if (row !== '') rows.push(row);
  return rows.map((each) => ({ text: each, bold }));
}

function shortened({ text, bold }: Row, size: number, width: number, measure: Measure): string {
  let letters = [...text];
  while (letters.length > 0 && measure(`${letters.join('')}…`, { size, bold }) > width) letters = letters.slice(0, -1);
  return `${letters.join('')}…`;
}
