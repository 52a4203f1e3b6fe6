import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { changed, openForUpdate, saved } from './increment';

/** What a verifier needs besides the document, once the authority is silent: level B-LT (EN 319 142-1, 5.4). DER each. */
export type ValidationData = {
  readonly certificates: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
};

const name = PDFName.of;
const lists = { certificates: 'Certs', ocsps: 'OCSPs', crls: 'CRLs' } as const;
/** The same in the entry of one signature. */
const own = { certificates: 'Cert', ocsps: 'OCSP', crls: 'CRL' } as const;
const kinds = Object.keys(lists) as (keyof ValidationData)[];

/**
 * Adds validation data of the document's last signature as one more increment; a security store that is there already
 * keeps what it holds.
 * @returns the whole document
 * @throws UnsupportedDocument
 */
export async function addValidationData(bytes: Buffer, data: ValidationData): Promise<Buffer> {
  const document = await openForUpdate(bytes);
  const { context, catalog } = document;
  const store = storeOf(document);
  const entry = context.obj({});
  for (const kind of kinds) {
    const references = data[kind].map((der) => context.register(context.flateStream(der)));
    if (references.length === 0) continue;
    const all = [...(store.lookupMaybe(name(lists[kind]), PDFArray)?.asArray() ?? []), ...references];
    store.set(name(lists[kind]), context.obj(all));
    entry.set(name(own[kind]), context.obj(references));
  }
  const entries = context.obj({});
  for (const [key, value] of store.lookupMaybe(name('VRI'), PDFDict)?.entries() ?? []) entries.set(key, value);
  entries.set(name(keyOf(bytes)), context.register(entry));
  store.set(name('VRI'), context.register(entries));
  catalog.set(name('DSS'), context.register(store));
  changed(document, context.trailerInfo.Root as PDFRef);
  return Buffer.concat([bytes, await saved(document)]);
}

/** A new store with what the one before holds: the old one stays in the revision that it belongs to. */
function storeOf({ catalog, context }: PDFDocument): PDFDict {
  const store = context.obj({ Type: 'DSS' });
  for (const [key, value] of catalog.lookupMaybe(name('DSS'), PDFDict)?.entries() ?? []) store.set(key, value);
  return store;
}

/** The key of a signature in the store: SHA-1 of its Contents with all their padding, in upper case (EN 319 142-1, 5.4.2.3). */
function keyOf(bytes: Buffer): string {
  const range = [...bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) \d+\]/g)].at(-1);
  if (!range) throw new Error('A document without a signature of ours.');
  const contents = Buffer.from(bytes.toString('latin1', Number(range[1]) + 1, Number(range[2]) - 1), 'hex');
  return createHash('sha1').update(contents).digest('hex').toUpperCase();
}
