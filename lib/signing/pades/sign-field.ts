import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef, PDFSignature } from '@cantoo/pdf-lib';
import { UnsupportedDocument } from './gate';
import { changed, type Rectangle } from './increment';
import { type Placed, turnOf } from './place';

const name = PDFName.of;

/** A signature field that waits to be signed. `placed`: null where its widget has no area, and is therefore not seen. */
export type EmptyField = {
  /** Signs it: the value is the field's, the appearance its widget's. */
  readonly fill: (signature: PDFRef, appearance: PDFRef | null) => void;
  readonly placed: Placed | null;
};

/**
 * The first signature field without a signature, or the one of this name (its full name, with dots).
 * @throws UnsupportedDocument no-field
 */
export function emptyField(document: PDFDocument, wanted?: string): EmptyField {
  const found = document
    .getForm()
    .getFields()
    .find(
      (field) =>
        field instanceof PDFSignature &&
        !field.acroField.dict.has(name('V')) &&
        (wanted === undefined || field.getName() === wanted),
    );
  if (!found) throw new UnsupportedDocument('no-field');
  const { dict, ref } = found.acroField;
  const widget = widgetOf(document, dict, ref);
  return {
    placed: placedOf(document, widget),
    fill(signature, appearance) {
      dict.set(name('V'), signature);
      changed(document, ref);
      if (!appearance) return;
      widget.dict.set(name('AP'), document.context.obj({ N: appearance }));
      changed(document, widget.ref);
    },
  };
}

type Held = { readonly dict: PDFDict; readonly ref: PDFRef };

/** The field is its own widget, or has one as its kid (ISO 32000-1, 12.7.4.5). */
function widgetOf({ context }: PDFDocument, dict: PDFDict, ref: PDFRef): Held {
  const kid = dict.lookupMaybe(name('Kids'), PDFArray)?.asArray()[0];
  const kidDict = kid instanceof PDFRef ? context.lookupMaybe(kid, PDFDict) : undefined;
  return kidDict && kid instanceof PDFRef ? { dict: kidDict, ref: kid } : { dict, ref };
}

function placedOf(document: PDFDocument, widget: Held): Placed | null {
  const corners = widget.dict.lookupMaybe(name('Rect'), PDFArray)?.asRectangle();
  const rectangle: Rectangle = corners ?? { x: 0, y: 0, width: 0, height: 0 };
  const page = document
    .getPages()
    .find(
      ({ node, ref }) =>
        widget.dict.get(name('P')) === ref ||
        node.lookupMaybe(name('Annots'), PDFArray)?.asArray().includes(widget.ref),
    );
  if (!page || rectangle.width < 1 || rectangle.height < 1) return null;
  return { page, rectangle, turn: turnOf(page) };
}
