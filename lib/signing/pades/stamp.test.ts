import { degrees, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import type { StampDrawing, StampPlace } from '@/lib/domain/stamp';
import { endSigningThreads, threadedEngine } from '../threads/threads';
import { preparePdf } from './prepare';

afterAll(() => endSigningThreads());

const drawing: StampDrawing = {
  width: 100,
  height: 40,
  marks: [
    { kind: 'box', x: 0, y: 0, width: 100, height: 40, stroke: '#112233' },
    { kind: 'text', x: 5, y: 5, size: 6, bold: true, colour: '#000000', text: 'Padaria São João, 12 €' },
  ],
};
const plan = (place: StampPlace) => ({
  facts: { reason: '', location: '', name: '' },
  certificate: Uint8Array.of(1, 2, 3),
  digest: 'SHA-256' as const,
  stamp: { drawing, place },
});

type Paper = { turn?: number; text?: string; pages?: number; field?: boolean };

/** Pages of 400 × 600 points that show the 300 × 500 from (50, 40) on. */
async function paper({ turn = 0, text = '', pages = 1, field = false }: Paper = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n++) {
    const page = document.addPage([400, 600]);
    page.setRotation(degrees(turn));
    page.setCropBox(50, 40, 300, 500);
    page.drawText(`Fatura ${text}`, { x: 150, y: 300, size: 10 });
  }
  const bytes = Buffer.from(await document.save());
  return field ? withField(bytes) : bytes;
}

/** An empty signature field by hand: the library makes none. */
async function withField(bytes: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(bytes);
  const { context } = document;
  const [page] = document.getPages();
  if (!page) throw new Error('no page');
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of('Selo'),
      Rect: [60, 50, 260, 90],
      P: page.ref,
    }),
  );
  page.node.set(PDFName.of('Annots'), context.obj([widget]));
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [widget] }));
  return Buffer.from(await document.save());
}

/** The widgets of a file: page, rectangle, and what their appearance says of itself. */
async function widgetsOf(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes);
  return document.getPages().flatMap(({ node }, n) => {
    const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
    return annotations.map((each) => {
      const widget = document.context.lookup(each, PDFDict);
      const seen = widget.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFStream).dict;
      const numbersAt = (dict: PDFDict, key: string) =>
        dict
          .lookup(PDFName.of(key), PDFArray)
          .asArray()
          .map((each) => Math.round(Number(each.toString())));
      return {
        page: n + 1,
        rectangle: numbersAt(widget, 'Rect'),
        matrix: numbersAt(seen, 'Matrix'),
        box: numbersAt(seen, 'BBox'),
        signed: widget.has(PDFName.of('V')),
      };
    });
  });
}

const stamped = async (bytes: Buffer, place: StampPlace) => widgetsOf((await preparePdf(bytes, plan(place))).bytes);

describe('a stamp', () => {
  it.each([
    // From the corner that the reader sees, 10 to the right and 20 up.
    [0, [60, 60, 160, 100], [1, 0, 0, 1, 0, 0]],
    [90, [290, 50, 330, 150], [0, 1, -1, 0, 0, 0]],
    [180, [240, 480, 340, 520], [-1, 0, 0, -1, 0, 0]],
    [270, [70, 430, 110, 530], [0, -1, 1, 0, 0, 0]],
  ])('stands by coordinates on a page turned by %i', async (turn, rectangle, matrix) => {
    const place = { kind: 'COORDINATE', page: 1, x: 10, y: 20 } as const;
    expect(await stamped(await paper({ turn }), place)).toEqual([
      { page: 1, rectangle, matrix, box: [0, 0, 100, 40], signed: true },
    ]);
  });

  it('stays within the visible page, and counts pages from the end', async () => {
    const place = { kind: 'COORDINATE', page: -2, x: 1000, y: -1000 } as const;
    expect(await stamped(await paper({ pages: 3 }), place)).toMatchObject([{ page: 2, rectangle: [250, 40, 350, 80] }]);
  });

  it('hangs from its mark, on the last page that has it or the one that is named', async () => {
    const file = await paper({ pages: 2, text: '[[SELO]]' });
    const [found] = await stamped(file, { kind: 'PLACEHOLDER', text: '[[SELO]]' });
    expect(found).toMatchObject({ page: 2 });
    const [left = 0, , , top = 0] = found?.rectangle ?? [];
    // "Fatura " comes before it; the letters are ten points high.
    expect(left).toBeGreaterThan(170);
    expect(left).toBeLessThan(200);
    expect(top).toBeGreaterThanOrEqual(305);
    expect(top).toBeLessThanOrEqual(312);
    expect(await stamped(file, { kind: 'PLACEHOLDER', text: '[[SELO]]', page: 1 })).toMatchObject([{ page: 1 }]);
  });

  it('fills an empty field, in the middle of its area', async () => {
    const file = await paper({ field: true });
    expect(await stamped(file, { kind: 'SIGN_FIELD' })).toMatchObject([
      { rectangle: [60, 50, 260, 90], box: [0, 0, 200, 40], signed: true },
    ]);
    expect(await stamped(file, { kind: 'SIGN_FIELD', field: 'Selo' })).toHaveLength(1);
  });

  it.each([
    ['a page that is not there', { kind: 'COORDINATE', page: 2, x: 0, y: 0 }, 'no-page'],
    ['a text that is not there', { kind: 'PLACEHOLDER', text: '[[X]]' }, 'no-mark'],
    ['a text on a page that is not there', { kind: 'PLACEHOLDER', text: 'Fatura', page: 9 }, 'no-mark'],
    ['a field that is not there', { kind: 'SIGN_FIELD' }, 'no-field'],
  ] as const)('has no other place than the one asked for: %s', async (_, place, reason) => {
    await expect(stamped(await paper(), place)).rejects.toMatchObject({ reason });
  });

  it('is the same from a thread, which tells why as well', async () => {
    const file = await paper();
    const place = { kind: 'COORDINATE', page: 1, x: 10, y: 20 } as const;
    const { bytes } = await threadedEngine.prepare(Buffer.from(file), plan(place));
    expect(await widgetsOf(bytes)).toEqual(await stamped(file, place));
    // A large one is handed over, not copied.
    const large = Buffer.concat([await paper({ pages: 400 })]);
    expect(large.length).toBeGreaterThan(100_000);
    const prepared = await threadedEngine.prepare(Buffer.from(large), plan(place));
    expect(Buffer.from(prepared.bytes).subarray(0, large.length).equals(large)).toBe(true);
    const refused = threadedEngine.prepare(Buffer.from('hello'), plan(place));
    await expect(refused).rejects.toMatchObject({ name: 'UnsupportedDocument', reason: 'not-pdf' });
  }, 20_000);
});
