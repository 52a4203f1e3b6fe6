import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import type { StampPlace } from '@/lib/domain/stamp';
import { UnsupportedDocument } from './gate';
import type { Rectangle } from './increment';
import type { Turn } from './paint-stamp';
import { findText } from './placeholder';

type Size = { readonly width: number; readonly height: number };
/** `rectangle` in the page's own space (ISO 32000-1, 8.3.2.3), for a stamp that the reader sees upright. */
export type Placed = { readonly page: PDFPage; readonly rectangle: Rectangle; readonly turn: Turn };

/**
 * Where a stamp of this size stands by COORDINATE or PLACEHOLDER; moved where it would leave the visible page, since a
 * stamp that is cut off says half of what it should.
 * @throws UnsupportedDocument no-page, no-mark
 */
export async function placeOf(
  bytes: Uint8Array,
  document: PDFDocument,
  place: Exclude<StampPlace, { kind: 'SIGN_FIELD' }>,
  size: Size,
): Promise<Placed> {
  if (place.kind === 'COORDINATE') {
    const pages = document.getPages();
    const page = pages.at(place.page > 0 ? place.page - 1 : place.page);
    if (!page || place.page === 0) throw new UnsupportedDocument('no-page');
    return placed(page, { ...place, ...size });
  }
  const found = await findText(bytes, place.text, place.page);
  const page = found && document.getPages()[found.page - 1];
  if (!page) throw new UnsupportedDocument('no-mark');
  return placed(page, { x: found.x, y: found.y - size.height, ...size });
}

function placed(page: PDFPage, seen: Rectangle): Placed {
  const turn = turnOf(page);
  return { page, turn, rectangle: inPageSpace(page, turn, within(visibleSize(page, turn), seen)) };
}

/** How a page is shown turned; what is no multiple of 90 counts as none (ISO 32000-1, table 30). */
export function turnOf(page: PDFPage): Turn {
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  return angle === 90 || angle === 180 || angle === 270 ? angle : 0;
}

/** Width and height of a rectangle of the page as the reader sees it. */
export const seenSize = ({ width, height }: Size, turn: Turn): Size =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width };

const visibleSize = (page: PDFPage, turn: Turn): Size => seenSize(page.getCropBox(), turn);

function within({ width, height }: Size, { x, y, ...size }: Rectangle): Rectangle {
  const pushed = (at: number, room: number) => Math.max(0, Math.min(at, room));
  return { x: pushed(x, width - size.width), y: pushed(y, height - size.height), ...size };
}

/** From the lower left corner that the reader sees to the page's own coordinates: the crop box moves, the turn turns. */
function inPageSpace(page: PDFPage, turn: Turn, { x, y, width, height }: Rectangle): Rectangle {
  const crop = page.getCropBox();
  const [across, up] = {
    0: [x, y],
    90: [crop.width - y - height, x],
    180: [crop.width - x - width, crop.height - y - height],
    270: [y, crop.height - x - width],
  }[turn] as [number, number];
  return { x: crop.x + across, y: crop.y + up, ...seenSize({ width, height }, turn) };
}
