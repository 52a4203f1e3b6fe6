import { PDFDict, type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updated } from '@/db/testing/broken-files';
import { invoiceFile, openAuthority, signedFile, signerFor } from '@/db/testing/signed-files';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { validatePdf } from './validate-pdf';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openAuthority();
});
afterAll(() => sandbox.stop());

const name = PDFName.of;

async function isAccepted(file: Uint8Array): Promise<boolean> {
  const { signatures } = await validatePdf({ bytes: file, roots: [], ask: null, now: Date.now() });
  const found = signatures[0]?.checks.find(({ check }) => check === 'later-changes');
  if (!found || found.result === 'skipped') throw new Error('not looked at');
  return found.result === 'passed';
}
const signed = async (useObjectStreams = false) =>
  signedFile(await invoiceFile({ useObjectStreams, pages: 2 }), signerFor(sandbox, 'seal-ec', { level: 'B-B' }));

function marked(document: PDFDocument, key: string, value: string): void {
  const [page] = document.getPages();
  page?.node.set(name(key), PDFString.of(value));
  if (page) document.context.snapshot?.markRefForSave(page.ref);
}

const changes: readonly (readonly [string, (document: PDFDocument) => void])[] = [
  ['text on a page', (document) => document.getPages()[0]?.drawText('1000 €', { x: 10, y: 10 })],
  ['a page more', (document) => document.addPage()],
  ['a page less', (document) => document.removePage(1)],
  ['a page that is turned', (document) => marked(document, 'Rotate', '90')],
  [
    'a note on a page',
    (document) => {
      const [page] = document.getPages();
      const note = document.context.register(
        document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] }),
      );
      page?.node.addAnnot(note);
      if (page) document.context.snapshot?.markRefForSave(page.ref);
    },
  ],
  [
    'a stamp of the signature that is redrawn',
    (document) => {
      const [field] = document.getForm().getFields();
      field?.acroField.dict.set(
        name('AP'),
        document.context.obj({ N: document.context.register(document.context.flateStream('')) }),
      );
      if (field) document.context.snapshot?.markRefForSave(field.ref);
    },
  ],
  [
    'a field that is filled in',
    (document) => {
      const field = document.getForm().createTextField('total');
      field.setText('1000');
    },
  ],
];

describe('after a signature', () => {
  it.each(changes)('is noticed: %s', async (_, change) => {
    for (const useObjectStreams of [false, true])
      expect(await isAccepted(await updated(await signed(useObjectStreams), change))).toBe(false);
  });

  it('further signatures, validation data and dates are accepted, in both forms of cross-references', async () => {
    for (const useObjectStreams of [false, true]) {
      const first = await signed(useObjectStreams);
      expect(await isAccepted(first)).toBe(true);
      const second = await signedFile(first, signerFor(sandbox, 'seal-2027', { level: 'B-LT' }));
      expect(await isAccepted(second)).toBe(true);
      const third = await signedFile(second, signerFor(sandbox, 'seal-token', { level: 'B-LT' }));
      expect(await isAccepted(third)).toBe(true);
    }
  });

  it('an object that is there twice is noticed, whichever a reader shows', async () => {
    const first = await signed();
    const page = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    const [, number = '', body = ''] = /(\d+) 0 obj\n(<<\n\/Type \/Page\n[\s\S]*?>>)\nendobj/.exec(page(first)) ?? [];
    expect(number).not.toBe('');
    const at = first.length;
    const changed = `${number} 0 obj\n${body.replace('/Type /Page', '/Type /Page /Rotate 90')}\nendobj\n`;
    const again = `${number} 0 obj\n${body}\nendobj\n`;
    const startxref = [...page(first).matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
    const root = /\/Root (\d+ 0 R)/.exec(page(first))?.[1];
    const xref = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer\n<< /Size 40 /Root ${root} /Prev ${startxref} >>\n`;
    const end = (offset: number) => `startxref\n${offset}\n%%EOF\n`;
    const hidden = `${changed}${again}${xref}${trailer}${end(at + changed.length + again.length)}`;
    expect(await isAccepted(Buffer.concat([first, Buffer.from(hidden, 'latin1')]))).toBe(false);
    // And one that leads readers to what stands within the signed bytes.
    const into = `xref\n${number} 1\n0000000100 00000 n \n${trailer}${end(at)}`;
    expect(await isAccepted(Buffer.concat([first, Buffer.from(into, 'latin1')]))).toBe(false);
    // An update that forgets the one before it.
    const forgetful = `xref\n0 0\ntrailer\n<< /Size 40 /Root ${root} >>\n${end(at)}`;
    expect(await isAccepted(Buffer.concat([first, Buffer.from(forgetful, 'latin1')]))).toBe(false);
    expect(await isAccepted(Buffer.concat([first, Buffer.from('% a comment\n')]))).toBe(false);
  });

  it('the signature dictionary itself cannot be exchanged', async () => {
    const file = await updated(await signed(), (document) => {
      const [field] = document.getForm().getFields();
      const value = field?.acroField.dict.lookup(name('V'), PDFDict);
      value?.set(name('Name'), PDFString.of('Somebody else'));
      const ref = field?.acroField.dict.get(name('V'));
      if (ref) document.context.snapshot?.markRefForSave(ref as never);
    });
    expect(await isAccepted(file)).toBe(false);
  });
});
