import {
  EncryptedPDFError,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { gate, UnsupportedDocument } from './gate';

/** Bytes that the signature may take, twice as many digits; a time stamp with its chain needs some six thousand. */
export const contentsBytes = 16_384;

export type SignatureFacts = {
  readonly reason: string;
  readonly location: string;
  /** What the person reads in a viewer's list of signatures. */
  readonly name: string;
};

/** Where the stamp stands, in points of the page from its lower left corner. */
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const name = PDFName.of;

/**
 * Opens a document so that only what is new is written after its end; its own bytes stay as they are.
 * @throws UnsupportedDocument
 */
export async function openForUpdate(bytes: Buffer): Promise<PDFDocument> {
  gate(bytes);
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, {
      forIncrementalUpdate: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
  } catch (cause) {
    throw new UnsupportedDocument(cause instanceof EncryptedPDFError ? 'encrypted' : 'broken', { cause });
  }
  if (document.getPageCount() === 0) throw new UnsupportedDocument('no-page');
  if (isLocked(document)) throw new UnsupportedDocument('locked');
  return document;
}

/** A certifying signature that permits no change at all (DocMDP, P 1; ISO 32000-1, 12.8.2.2). */
function isLocked({ catalog, context }: PDFDocument): boolean {
  const certified = catalog.lookupMaybe(name('Perms'), PDFDict)?.lookupMaybe(name('DocMDP'), PDFDict);
  const references = certified?.lookupMaybe(name('Reference'), PDFArray);
  return (references?.asArray() ?? []).some((each) => {
    const parameters = context.lookupMaybe(each, PDFDict)?.lookupMaybe(name('TransformParams'), PDFDict);
    return parameters?.lookupMaybe(name('P'), PDFNumber)?.asNumber() === 1;
  });
}

/** The signature dictionary with room for what comes, by itself: never inline, and never in an object stream. */
export function signatureDictionary(context: PDFContext, { reason, location, name: signer }: SignatureFacts): PDFRef {
  const dictionary = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
  });
  dictionary.set(
    name('ByteRange'),
    context.obj([0, 9_999_999_999, 9_999_999_999, 9_999_999_999].map((n) => PDFNumber.of(n))),
  );
  dictionary.set(name('Contents'), PDFHexString.of('0'.repeat(2 * contentsBytes)));
  if (reason !== '') dictionary.set(name('Reason'), PDFHexString.fromText(reason));
  if (location !== '') dictionary.set(name('Location'), PDFHexString.fromText(location));
  if (signer !== '') dictionary.set(name('Name'), PDFHexString.fromText(signer));
  return context.register(dictionary);
}

type Widget = {
  readonly document: PDFDocument;
  readonly page: PDFPage;
  readonly signature: PDFRef;
  readonly fieldName: string;
  /** Absent: a signature that is not seen. */
  readonly seen?: { readonly rectangle: Rectangle; readonly appearance: PDFRef };
};

/** The field and its widget on the page; both are marked, and whatever holds them where that is an object by itself. */
export function addWidget({ document, page, signature, fieldName, seen }: Widget): void {
  const { context } = document;
  const { x, y, width, height } = seen?.rectangle ?? { x: 0, y: 0, width: 0, height: 0 };
  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [x, y, x + width, y + height],
    F: 132,
    P: page.ref,
  });
  widget.set(name('T'), PDFString.of(fieldName));
  widget.set(name('V'), signature);
  if (seen) widget.set(name('AP'), context.obj({ N: seen.appearance }));
  const reference = context.register(widget);
  append(document, page.node, 'Annots', page.ref, reference);
  const form = formOf(document);
  append(document, form.node, 'Fields', form.holder, reference);
  form.node.set(name('SigFlags'), PDFNumber.of(3));
  changed(document, form.holder);
}

/** Notes that an object of the document has changed: what is not noted is silently not written. */
export function changed({ context }: PDFDocument, reference: PDFRef): void {
  context.snapshot?.markRefForSave(reference);
}

/** What is new, to stand after the document's own bytes, in the form that its cross-references have. */
export async function saved(document: PDFDocument): Promise<Buffer> {
  const { snapshot, pdfFileDetails } = document.context;
  if (!snapshot) throw new Error('A document that was not opened for an update.');
  const { useObjectStreams } = pdfFileDetails;
  return Buffer.from(await document.saveIncremental(snapshot, { useObjectStreams }));
}

/** The form of the document, made where there is none. `holder`: the object that must be written for it. */
function formOf({ catalog, context }: PDFDocument): { node: PDFDict; holder: PDFRef } {
  const root = context.trailerInfo.Root as PDFRef;
  const held = catalog.get(name('AcroForm'));
  const node = catalog.lookupMaybe(name('AcroForm'), PDFDict);
  if (node) return { node, holder: held instanceof PDFDict ? root : (held as PDFRef) };
  const made = context.obj({ Fields: [] });
  catalog.set(name('AcroForm'), made);
  return { node: made, holder: root };
}

function append(document: PDFDocument, node: PDFDict, key: string, holder: PDFRef, reference: PDFRef): void {
  const { context } = document;
  const held = node.get(name(key));
  const array = node.lookupMaybe(name(key), PDFArray);
  if (array) array.push(reference);
  else node.set(name(key), context.obj([reference]));
  // An array that is an object by itself is what changes; else the one that holds it.
  changed(document, array && !(held instanceof PDFArray) ? (held as PDFRef) : holder);
}
