import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFSignature,
} from '@cantoo/pdf-lib';
import type { RevocationData } from './evidence';

/** One signature of a PDF. Nothing of it is believed yet. */
export type PdfSignature = {
  readonly field: string;
  readonly subFilter: string;
  /** What is signed: two pieces around the signature; null: the range is none that a signature may have. */
  readonly range: SignedRange | null;
};

export type SignedRange = {
  readonly from: number;
  readonly to: number;
  /** Where what is signed ends. */
  readonly end: number;
  /** What stands between the two pieces. */
  readonly contents: Uint8Array;
};

export type ReadPdf = {
  readonly document: PDFDocument;
  readonly signatures: readonly PdfSignature[];
  readonly carried: RevocationData & { readonly certificates: readonly Uint8Array[] };
};

const name = PDFName.of;

/** Reads a PDF without repairing it. @throws Error for what is no whole PDF */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  if (bytes.toString('latin1', 0, 5) !== '%PDF-' || !tail.includes('%%EOF')) throw new Error('Not a whole PDF.');
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const signatures = document.catalog.has(name('AcroForm')) ? signaturesIn(document, bytes) : [];
  return { document, signatures, carried: storeOf(document) };
}

function signaturesIn(document: PDFDocument, bytes: Buffer): PdfSignature[] {
  return document
    .getForm()
    .getFields()
    .flatMap((field) => {
      const value = field instanceof PDFSignature ? field.acroField.dict.lookupMaybe(name('V'), PDFDict) : undefined;
      if (!value) return [];
      const subFilter = value.lookupMaybe(name('SubFilter'), PDFName)?.decodeText() ?? '';
      return [{ field: field.getName(), subFilter, range: rangeOf(value, bytes) }];
    });
}

/**
 * `[0 a b c]`: from the first byte, around the very `<hex>` of this dictionary, without a gap of anything else
 * (EN 319 142-1, 5.3; ISO 32000-1, 12.8.1).
 */
function rangeOf(value: PDFDict, bytes: Buffer): SignedRange | null {
  const numbers = value.lookupMaybe(name('ByteRange'), PDFArray)?.asArray() ?? [];
  const [start, from, to, length] = numbers.map((each) => (each instanceof PDFNumber ? each.asNumber() : -1));
  const contents = value.lookup(name('Contents'));
  if (numbers.length !== 4 || !(contents instanceof PDFHexString)) return null;
  if (start !== 0 || from === undefined || to === undefined || length === undefined) return null;
  const end = to + length;
  if (from <= 0 || to <= from || length <= 0 || end > bytes.length) return null;
  const between = bytes.toString('latin1', from, to);
  if (!/^<[0-9A-Fa-f]*>$/.test(between)) return null;
  const found = Buffer.from(between.slice(1, -1), 'hex');
  return found.equals(contents.asBytes()) ? { from, to, end, contents: found } : null;
}

/** The document security store (EN 319 142-1, 5.4). */
function storeOf(document: PDFDocument): ReadPdf['carried'] {
  const store = document.catalog.lookupMaybe(name('DSS'), PDFDict);
  const list = (key: string): Uint8Array[] =>
    (store?.lookupMaybe(name(key), PDFArray)?.asArray() ?? []).flatMap((each) => {
      const stream = document.context.lookup(each);
      return stream instanceof PDFRawStream ? [decodePDFRawStream(stream).decode()] : [];
    });
  return { certificates: list('Certs'), ocsps: list('OCSPs'), crls: list('CRLs') };
}
