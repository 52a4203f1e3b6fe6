import { create, type Font } from '@cantoo/fontkit';
import { type PDFDocument, type PDFFont, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Colour, StampDrawing, StampMark } from '@/lib/domain/stamp';
import { type FontWeight, printedFont } from '@/lib/fonts';

/** Degrees clockwise that the page is shown turned by. */
export type Turn = 0 | 90 | 180 | 270;

type Box = { readonly width: number; readonly height: number };

// Undoes the page's turn, so that the stamp stands upright (ISO 32000-1, 12.5.5).
const matrices: Readonly<Record<Turn, readonly number[]>> = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
};

/**
 * Draws a stamp as the appearance of a field, in the middle of a box of the size it has for the reader; a smaller or
 * larger box scales it, never out of shape. Fonts are embedded with the letters that occur.
 */
export async function paintStamp(
  document: PDFDocument,
  { width, height, marks }: StampDrawing,
  box: Box,
  turn: Turn,
): Promise<PDFRef> {
  const { context } = document;
  const fonts = await fontsOf(document, marks);
  const scale = Math.min(box.width / width, box.height / height);
  const left = (box.width - width * scale) / 2;
  const bottom = (box.height - height * scale) / 2;
  const content = [
    `q ${numbers(scale, 0, 0, scale, left, bottom)} cm`,
    ...marks.map((mark) => (mark.kind === 'box' ? drawnBox(mark) : drawnText(mark, fonts))),
    'Q',
  ].join('\n');
  const used = context.obj({});
  for (const [weight, font] of Object.entries(fonts)) {
    if (!font) continue;
    await font.embed();
    used.set(PDFName.of(weight), font.ref);
  }
  return context.register(
    context.flateStream(content, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, box.width, box.height],
      Matrix: [...matrices[turn]],
      Resources: { Font: used },
    }),
  );
}

type Fonts = { readonly [Weight in FontWeight]?: PDFFont };
const weightOf = ({ bold }: { bold: boolean }): FontWeight => (bold ? 'bold' : 'regular');

async function fontsOf(document: PDFDocument, marks: readonly StampMark[]): Promise<Fonts> {
  document.registerFontkit({ create: (bytes) => parsedFont(bytes) });
  const weights = new Set(marks.flatMap((mark) => (mark.kind === 'text' ? [weightOf(mark)] : [])));
  const fonts: { [Weight in FontWeight]?: PDFFont } = {};
  for (const weight of weights) {
    fonts[weight] = await document.embedFont(printedFont(weight), {
      subset: true,
      // As the layout measures it; and the tag that says that not all letters are there (ISO 32000-1, 9.6.4).
      features: { liga: false, kern: false, calt: false },
      customName: `${tags[weight]}+LiberationSans`,
    });
  }
  return fonts;
}

const tags: Readonly<Record<FontWeight, string>> = { regular: 'SSTREG', bold: 'SSTBLD' };

// Parsing one takes five times as long as all the rest of a stamp.
const parsed = new Map<Uint8Array | string, Font>();

function parsedFont(bytes: Uint8Array | string): Font {
  const known = parsed.get(bytes);
  if (known) return known;
  const font = create(bytes as Uint8Array) as Font;
  parsed.set(bytes, font);
  return font;
}

function drawnBox({ x, y, width, height, fill, stroke }: Extract<StampMark, { kind: 'box' }>): string {
  const paint = fill && stroke ? 'B' : fill ? 'f' : 'S';
  const colours = [...(fill ? [`${rgb(fill)} rg`] : []), ...(stroke ? [`${rgb(stroke)} RG 0.5 w`] : [])];
  return `${colours.join(' ')} ${numbers(x, y, width, height)} re ${paint}`;
}

function drawnText(mark: Extract<StampMark, { kind: 'text' }>, fonts: Fonts): string {
  const { x, y, size, text, colour } = mark;
  const weight = weightOf(mark);
  const font = fonts[weight];
  if (!font) throw new Error('A text without its font.');
  return `BT /${weight} ${numbers(size)} Tf ${rgb(colour)} rg ${numbers(x, y)} Td ${font.encodeText(text)} Tj ET`;
}

const numbers = (...values: readonly number[]): string =>
  values.map((value) => String(Math.round(value * 1000) / 1000)).join(' ');

const rgb = (colour: Colour): string =>
  numbers(...[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255));
