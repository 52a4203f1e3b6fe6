import { createHash } from 'node:crypto';
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import { signedAttributes } from '../cms/attributes';
import { nodeDigest } from '../cms/oids';
import { signedData } from '../cms/signed-data';
import { addWidget, contentsBytes, openForUpdate, type SignatureFacts, signatureDictionary } from './increment';

/** Whose key signs: the hash goes out, the raw signature comes back. */
export type Signer = {
  /** DER, the certificate that signs first. */
  readonly chain: readonly Uint8Array[];
  readonly keyAlgorithm: KeyAlgorithm;
  readonly digest: Digest;
  readonly signHash: (hash: Uint8Array) => Promise<Uint8Array>;
  /** A token (RFC 3161, DER) over a hash: level B-T. Absent: B-B. */
  readonly timeStamp?: (hash: Uint8Array) => Promise<Uint8Array>;
};

/**
 * Signs a PDF as PAdES B-B or B-T (EN 319 142-1): an incremental update, so that the bytes that came, and any signature
 * in them, stay as they are.
 * @returns the whole signed document
 * @throws UnsupportedDocument; what the signer throws
 */
export async function signPdf(bytes: Buffer, signer: Signer, facts: SignatureFacts): Promise<Buffer> {
  const document = await openForUpdate(bytes);
  const page = document.getPages().at(-1);
  if (!page) throw new Error('A document without pages passed the gate.');
  const signature = signatureDictionary(document.context, facts);
  const fieldName = freeName(document);
  addWidget({ document, page, signature, fieldName });
  const prepared = await written(bytes, document);
  const digest = createHash(nodeDigest[signer.digest])
    .update(prepared.bytes.subarray(0, prepared.from))
    .update(prepared.bytes.subarray(prepared.to))
    .digest();
  const cms = await cmsOf(digest, signer);
  if (cms.length > contentsBytes) throw new Error(`The signature takes ${cms.length} bytes, more than were kept free.`);
  prepared.bytes.write(Buffer.from(cms).toString('hex'), prepared.from + 1, 'latin1');
  return prepared.bytes;
}

/** The CMS over the digest of the document, with a time stamp over the signature where one is wanted. */
async function cmsOf(digest: Uint8Array, { chain, keyAlgorithm, digest: algorithm, signHash, timeStamp }: Signer) {
  const [certificate] = chain;
  if (!certificate) throw new Error('A signer without a certificate.');
  const attributes = signedAttributes({ digest, algorithm, certificate });
  const signature = await signHash(createHash(nodeDigest[algorithm]).update(attributes.der).digest());
  const parts = { attributes, signature, chain, algorithm, keyAlgorithm };
  if (!timeStamp) return signedData(parts);
  const token = await timeStamp(createHash('sha256').update(signature).digest());
  return signedData({ ...parts, token });
}

/** `Signature1` and on: the name of a field is its own. */
function freeName(document: PDFDocument): string {
  const taken = new Set(
    document
      .getForm()
      .getFields()
      .map((field) => field.getName()),
  );
  for (let n = 1; ; n++) if (!taken.has(`Signature${n}`)) return `Signature${n}`;
}

type Prepared = { readonly bytes: Buffer; readonly from: number; readonly to: number };

/** The document with its increment, and the range that the signature leaves out (`<hex>` with its brackets). */
async function written(bytes: Buffer, document: PDFDocument): Promise<Prepared> {
  const { context } = document;
  if (!context.snapshot) throw new Error('A document that was not opened for an update.');
  const increment = await document.saveIncremental(context.snapshot, {
    useObjectStreams: context.pdfFileDetails.useObjectStreams,
  });
  const text = Buffer.from(increment).toString('latin1');
  const opening = text.lastIndexOf(`/Contents <${'0'.repeat(64)}`);
  const range = /\/ByteRange \[ ?0 9999999999 9999999999 9999999999 ?\]/.exec(text);
  if (opening < 0 || !range) throw new Error('The increment lacks its signature.');
  const from = bytes.length + opening + '/Contents '.length;
  const to = from + 2 * contentsBytes + 2;
  const whole = Buffer.concat([bytes, increment]);
  const said = `/ByteRange [0 ${from} ${to} ${whole.length - to}]`.padEnd(range[0].length);
  whole.write(said, bytes.length + range.index, 'latin1');
  return { bytes: whole, from, to };
}
