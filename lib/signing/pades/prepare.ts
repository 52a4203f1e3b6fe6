import { createHash } from 'node:crypto';
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Digest } from '@/lib/domain/signature';
import type { StampDrawing, StampPlace } from '@/lib/domain/stamp';
import { signedAttributes } from '../cms/attributes';
import { nodeDigest } from '../cms/oids';
import { UnsupportedDocument } from './gate';
import { addWidget, contentsBytes, openForUpdate, type SignatureFacts, saved, signatureDictionary } from './increment';
import { paintStamp } from './paint-stamp';
import { type Placed, placeOf, seenSize } from './place';
import { emptyField } from './sign-field';

export type PdfPlan = {
  readonly facts: SignatureFacts;
  /** DER of the certificate that signs: the signature names it. */
  readonly certificate: Uint8Array;
  readonly digest: Digest;
  /** Absent: a signature that is not seen. */
  readonly stamp?: { readonly drawing: StampDrawing; readonly place: StampPlace };
};

/** A document that waits for its signature. */
export type PreparedPdf = {
  readonly bytes: Uint8Array;
  /** The range that the signature leaves out: `<hex>` with its brackets. */
  readonly from: number;
  readonly to: number;
  /** Of all the rest. */
  readonly documentDigest: Uint8Array;
  /** The hash that the key signs. */
  readonly toSign: Uint8Array;
};

/**
 * Writes the signature's field, its stamp and the room for it as an incremental update: the bytes that came, and any
 * signature in them, stay as they are.
 * @throws UnsupportedDocument
 */
export async function preparePdf(bytes: Buffer, plan: PdfPlan): Promise<PreparedPdf> {
  const document = await openForUpdate(bytes);
  const signature = signatureDictionary(document.context, plan.facts);
  await addField(bytes, document, signature, plan.stamp).catch((cause: unknown) => {
    // The library reads an object when it is asked for it: what is of the wrong kind shows only here.
    throw cause instanceof UnsupportedDocument ? cause : new UnsupportedDocument('broken', { cause });
  });
  const { whole, from, to } = await written(bytes, document);
  const documentDigest = createHash(nodeDigest[plan.digest])
    .update(whole.subarray(0, from))
    .update(whole.subarray(to))
    .digest();
  const { certificate, digest: algorithm } = plan;
  const { der } = signedAttributes({ digest: documentDigest, algorithm, certificate });
  const toSign = createHash(nodeDigest[algorithm]).update(der).digest();
  return { bytes: whole, from, to, documentDigest, toSign };
}

async function addField(bytes: Buffer, document: PDFDocument, signature: PDFRef, stamp: PdfPlan['stamp']) {
  const paint = ({ rectangle, turn }: Placed, drawing: StampDrawing) =>
    paintStamp(document, drawing, seenSize(rectangle, turn), turn);
  if (stamp?.place.kind === 'SIGN_FIELD') {
    const field = emptyField(document, stamp.place.field);
    return field.fill(signature, field.placed && (await paint(field.placed, stamp.drawing)));
  }
  const fieldName = freeName(document);
  if (!stamp) return addWidget({ document, page: lastPage(document), signature, fieldName });
  const placed = await placeOf(bytes, document, stamp.place, stamp.drawing);
  const seen = { rectangle: placed.rectangle, appearance: await paint(placed, stamp.drawing) };
  addWidget({ document, page: placed.page, signature, fieldName, seen });
}

function lastPage(document: PDFDocument) {
  const page = document.getPages().at(-1);
  if (!page) throw new Error('A document without pages passed the gate.');
  return page;
}

/** `Signature1` and on: the name of a field is its own. */
function freeName(document: PDFDocument): string {
  const fields = document.getForm().getFields();
  const taken = new Set(fields.map((field) => field.getName()));
  for (let n = 1; ; n++) if (!taken.has(`Signature${n}`)) return `Signature${n}`;
}

/** The document with its increment, whose ByteRange says what is signed. */
async function written(bytes: Buffer, document: PDFDocument) {
  const increment = await saved(document);
  const text = increment.toString('latin1');
  const opening = text.lastIndexOf(`/Contents <${'0'.repeat(64)}`);
  const range = /\/ByteRange \[ ?0 9999999999 9999999999 9999999999 ?\]/.exec(text);
  if (opening < 0 || !range) throw new Error('The increment lacks its signature.');
  const from = bytes.length + opening + '/Contents '.length;
  const to = from + 2 * contentsBytes + 2;
  const whole = Buffer.concat([bytes, increment]);
  const said = `/ByteRange [0 ${from} ${to} ${whole.length - to}]`.padEnd(range[0].length);
  whole.write(said, bytes.length + range.index, 'latin1');
  return { whole, from, to };
}
