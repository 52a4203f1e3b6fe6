import 'server-only';
import { open } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import type { ContentAddress, ContentSource, ContentStorage } from '@/lib/storage/port';

/** Length of a piece: small beside a request's memory, and fifty of them are 25 MiB. */
export const chunkBytes = 524_288;

/** Runs `work` in a transaction of the caller's database role: the storage reads and writes with nobody else's rights. */
export type Run = <T>(kind: 'read' | 'write', work: (db: Database) => Promise<T>) => Promise<T>;

/**
 * Contents in PostgreSQL, in pieces. All pieces are written in one transaction; each is read in one of its own, so that
 * a slow reader holds no connection, and row-level security is asked again for every piece.
 */
export function chunkStorage(run: Run): ContentStorage {
  const chunk = (address: ContentAddress, n: number) => run('read', (db) => readChunk(db, address, n));
  return {
    put: (address, source) => run('write', (db) => writeChunks(db, address, source)),
    async get(address) {
      const first = await chunk(address, 0);
      return first && piecesFrom(first, (n) => chunk(address, n));
    },
    delete: (address) => run('write', (db) => deleteChunks(db, address)),
    exists: async (address) => (await chunk(address, 0)) !== null,
  };
}

/** Ends with the first piece that is shorter than the others, or missing; the reader knows how long the whole must be. */
async function* piecesFrom(first: Buffer, next: (n: number) => Promise<Buffer | null>): AsyncGenerator<Uint8Array> {
  let piece: Buffer | null = first;
  for (let n = 1; piece; n += 1) {
    yield piece;
    piece = piece.byteLength < chunkBytes ? null : await next(n);
  }
}

const here = ({ partnerId, issuerId, sha256 }: ContentAddress) =>
  sql`partner_id = ${partnerId} and issuer_id = ${issuerId} and sha256 = decode(${sha256}, 'hex')`;

async function readChunk(db: Database, address: ContentAddress, n: number): Promise<Buffer | null> {
  const [row] = await db.execute<{ bytes: Buffer }>(
    sql`select bytes from content_chunks where ${here(address)} and n = ${n}`,
  );
  return row?.bytes ?? null;
}

async function deleteChunks(db: Database, address: ContentAddress): Promise<void> {
  await db.execute(sql`delete from content_chunks where ${here(address)}`);
}

async function writeChunks(db: Database, address: ContentAddress, { file }: ContentSource): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (let n = 0; ; n += 1) {
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, n * chunkBytes);
      // An empty content has one empty piece: it is there.
      if (bytesRead > 0 || n === 0) await writeChunk(db, address, n, buffer.subarray(0, bytesRead));
      if (bytesRead < chunkBytes) return;
    }
  } finally {
    await handle.close();
  }
}

async function writeChunk(db: Database, { partnerId, issuerId, sha256 }: ContentAddress, n: number, bytes: Buffer) {
  await db.execute(sql`
    insert into content_chunks (partner_id, issuer_id, sha256, n, bytes)
    values (${partnerId}, ${issuerId}, decode(${sha256}, 'hex'), ${n}, ${bytes})
    on conflict do nothing`);
}
