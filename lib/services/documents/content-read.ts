import 'server-only';
import { createHash } from 'node:crypto';
import type { Run } from './content-chunks';
import type { OpenContent } from './content-row';
import { contentStorage } from './content-storage';

/**
 * The bytes of a content, checked on the way: its last piece is given out only when length and SHA-256 of the whole are
 * right, so that whoever receives all of it received what was registered.
 * @returns null when the storage has nothing under this address
 */
export async function readContent(content: OpenContent, run: Run): Promise<AsyncIterable<Uint8Array> | null> {
  const pieces = await contentStorage(content.place, run).get(content);
  return pieces && checked(pieces, content);
}

async function* checked(pieces: AsyncIterable<Uint8Array>, { id, size, sha256 }: OpenContent) {
  const hash = createHash('sha256');
  let length = 0;
  let last: Uint8Array | undefined;
  for await (const piece of pieces) {
    if (last) yield last;
    hash.update(piece);
    length += piece.byteLength;
    last = piece;
  }
  if (length !== size || hash.digest('hex') !== sha256) throw new Error(`the content of document ${id} is damaged`);
  if (last) yield last;
}
