import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MachineFailure } from '@/lib/domain/machine-failure';

/** A body that was received as a whole: where it waits, how long it is, its SHA-256 in lower-case hexadecimal. */
export type Spooled = { readonly file: string; readonly size: number; readonly sha256: string };

/**
 * Receives a body of at most `most` bytes into a file of its own, hashing as it comes, and removes the file when `work`
 * is done: a slow sender holds neither memory nor a connection to the database.
 * @throws MachineFailure 0.0.4 with status 413 (too large), 0.0.6 (compressed, or it broke off)
 */
export async function withSpooled<T>(request: Request, most: number, work: (body: Spooled) => Promise<T>): Promise<T> {
  const encoding = request.headers.get('content-encoding');
  if (encoding && encoding !== 'identity') throw new MachineFailure('0.0.6', 'Content-Encoding is not supported.');
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  tidyOnce();
  const file = path.join(tmpdir(), `signstash-body-${randomUUID()}`);
  try {
    return await work({ file, ...(await receive(request, most, file)) });
  } finally {
    await rm(file, { force: true });
  }
}

const ours = /^signstash-body-[0-9a-f-]{36}$/;
const staleAfterMs = 3_600_000;
let tidied = false;

function tidyOnce(): void {
  if (tidied) return;
  tidied = true;
  void removeStale().catch(() => {});
}

/** What a process that was killed left behind; once a process, and never a file that another one is writing. */
async function removeStale(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((each) => ours.test(each))) {
    const file = path.join(tmpdir(), name);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > staleAfterMs) await rm(file, { force: true });
  }
}

async function receive(request: Request, most: number, file: string): Promise<{ size: number; sha256: string }> {
  const handle = await open(file, 'wx', 0o600);
  try {
    return await copy(request, most, handle);
  } finally {
    await handle.close();
  }
}

async function copy({ body }: Request, most: number, handle: FileHandle): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const piece = await reader?.read().catch(brokenOff);
    if (!piece?.value) return { size, sha256: hash.digest('hex') };
    size += piece.value.byteLength;
    if (size > most) {
      await reader?.cancel().catch(() => {});
      throw tooLarge(most);
    }
    hash.update(piece.value);
    await handle.writeFile(piece.value);
  }
}

function brokenOff(): never {
  throw new MachineFailure('0.0.6', 'The body broke off.');
}

const tooLarge = (most: number): MachineFailure =>
  new MachineFailure('0.0.4', `The body is larger than ${most / 1_048_576} MiB.`, [], 413);
