import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';

/** No document is worth more; its thread is ended, and the next one gets a fresh one. */
const mostMs = 60_000;
const idleMs = 60_000;

/** Work in threads of its own, so that no request waits behind it. `Tasks`: what the module of the thread exports. */
export type Threads<Tasks> = {
  run<Name extends keyof Tasks & string>(
    name: Name,
    given: Tasks[Name] extends (given: infer Given) => unknown ? Given : never,
    /** Buffers that are given away rather than copied. */
    transfer?: readonly ArrayBuffer[],
  ): Promise<Tasks[Name] extends (given: never) => infer Result ? Awaited<Result> : never>;
  close(): Promise<void>;
};

/** Thrown when a task took longer than a document may. */
export class TooSlow extends Error {}

/**
 * Threads that start with the first task and end when there is nothing to do. They run the TypeScript as it is, as the
 * worker's own process does; the process runs in the project's folder.
 * @param module path from there
 */
export function threads<Tasks>(module: string): Threads<Tasks> {
  let pool: Piscina | undefined;
  const started = () =>
    (pool ??= new Piscina({
      filename: join(process.cwd(), 'lib/thread-entry.mjs'),
      workerData: pathToFileURL(join(process.cwd(), module)).href,
      execArgv: [],
      // What a task awaits comes by messages, which a thread that sleeps on a lock would not see.
      atomics: 'disabled',
      minThreads: 0,
      maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
      idleTimeout: idleMs,
    }));
  return {
    async run(name, given, transfer = []) {
      const signal = AbortSignal.timeout(mostMs);
      try {
        return await started().run({ name, given }, { signal, transferList: [...transfer] });
      } catch (error) {
        throw signal.aborted ? new TooSlow(`${name} took longer than ${mostMs} ms`) : error;
      }
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}

/** The buffer behind these bytes, to give away: their own if it holds nothing else, else a copy. */
export function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isAlone ? new Uint8Array(buffer) : Uint8Array.from(bytes);
}
