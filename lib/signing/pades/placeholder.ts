import { getDocumentProxy } from 'unpdf';

/** `x`, `y`: the upper left corner of the text, from the lower left corner of the page as a reader sees it; points. */
export type FoundText = { readonly page: number; readonly x: number; readonly y: number };

/**
 * Looks a text up, in the page that is named, else from the last page to the first: where the text of a line was drawn
 * in pieces, they are read together. A page that is not there has no text.
 * @param page from 1; negative: from the last
 */
export async function findText(bytes: Uint8Array, text: string, page?: number): Promise<FoundText | null> {
  // The reader keeps what it is given.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  try {
    const last = pdf.numPages;
    const named = page !== undefined && page < 0 ? last + 1 + page : page;
    for (let n = named ?? last; n >= (named ?? 1) && n >= 1 && n <= last; n--) {
      const found = await findOn(await pdf.getPage(n), text);
      if (found) return { page: n, ...found };
    }
    return null;
  } finally {
    await pdf.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function findOn(page: Page, text: string): Promise<Omit<FoundText, 'page'> | null> {
  const { items } = await page.getTextContent();
  const item = items.find((each) => 'str' in each && each.str.includes(text));
  if (!item || !('str' in item)) return null;
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
  // What comes before the mark in the same piece takes its part of the width; the top is one letter's height up.
  const along = item.str.length === 0 ? 0 : (item.str.indexOf(text) / item.str.length) * item.width;
  const length = Math.hypot(a, b) || 1;
  const up = Math.hypot(c, d) || 1;
  const corner = {
    x: x + (a / length) * along + (c / up) * item.height,
    y: y + (b / length) * along + (d / up) * item.height,
  };
  const viewport = page.getViewport({ scale: 1 });
  const [left = 0, top = 0] = viewport.convertToViewportPoint(corner.x, corner.y);
  return { x: left, y: viewport.height - top };
}
