import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PdfEngine } from './engine';
import { UnsupportedDocument } from './gate';
import type { PreparedPdf } from './prepare';
import { complete, type PdfRequest, prepare, type Signer } from './sign';

export type PdfToSign<Key> = PdfRequest & {
  readonly key: Key;
  /** Read when its turn comes, and once. */
  readonly bytes: () => Promise<Uint8Array>;
};

export type SignedOrRefused<Key> =
  | { readonly key: Key; readonly bytes: Uint8Array }
  | { readonly key: Key; readonly refused: UnsupportedDocument };

/**
 * Signs many PDFs, `atOnce` in one call to the key. In memory is one document at a time: those that wait for their
 * signature lie in a folder of their own, which is gone when this ends, however it ends. A document that cannot be signed
 * is told as such and holds up no other.
 * @param atOnce what the credential allows (multisign)
 * @throws what the signer throws, for the batch that it was asked about; those before it were handed out
 */
export async function* signMany<Key>(
  documents: AsyncIterable<PdfToSign<Key>> | Iterable<PdfToSign<Key>>,
  signer: Signer,
  engine: PdfEngine,
  atOnce: number,
): AsyncGenerator<SignedOrRefused<Key>> {
  const folder = await mkdtemp(join(tmpdir(), 'signstash-batch-'));
  try {
    let waiting: Waiting<Key>[] = [];
    for await (const document of documents) {
      const next = await begun(document, signer, engine, join(folder, String(waiting.length)));
      if ('refused' in next) {
        yield next;
        continue;
      }
      waiting.push(next);
      if (waiting.length < Math.max(1, atOnce)) continue;
      yield* ended(waiting, signer, engine);
      waiting = [];
    }
    if (waiting.length > 0) yield* ended(waiting, signer, engine);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Waiting<Key> = { readonly key: Key; readonly file: string; readonly prepared: Omit<PreparedPdf, 'bytes'> };

async function begun<Key>(
  { key, bytes, ...request }: PdfToSign<Key>,
  signer: Signer,
  engine: PdfEngine,
  file: string,
): Promise<Waiting<Key> | { key: Key; refused: UnsupportedDocument }> {
  try {
    const { bytes: whole, ...prepared } = await prepare(await bytes(), signer, request, engine);
    await writeFile(file, whole);
    return { key, file, prepared };
  } catch (error) {
    if (error instanceof UnsupportedDocument) return { key, refused: error };
    throw error;
  }
}

async function* ended<Key>(waiting: readonly Waiting<Key>[], signer: Signer, engine: PdfEngine) {
  const signatures = await signer.signHashes(waiting.map(({ prepared }) => prepared.toSign));
  for (const [n, { key, file, prepared }] of waiting.entries()) {
    const signature = signatures[n];
    if (!signature) throw new Error('A signer that gave too few signatures.');
    const bytes = await readFile(file);
    yield { key, bytes: await complete({ ...prepared, bytes }, signature, signer, engine) };
  }
}
