import { create, type Font } from '@cantoo/fontkit';
import { type FontWeight, printedFont } from '@/lib/fonts';

const fonts = new Map<FontWeight, Font>();

/** Width of a text in points, as the PDF will print it: without ligatures and kerning, as all painters draw it. */
export function measureText(text: string, { size, bold }: { size: number; bold: boolean }): number {
  const font = fontOf(bold ? 'bold' : 'regular');
  let width = 0;
  for (const character of text) width += font.glyphForCodePoint(character.codePointAt(0) ?? 0)?.advanceWidth ?? 0;
  return (width * size) / font.unitsPerEm;
}

function fontOf(weight: FontWeight): Font {
  const known = fonts.get(weight);
  if (known) return known;
  const font = create(printedFont(weight)) as Font;
  fonts.set(weight, font);
  return font;
}
