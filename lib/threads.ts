import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';

/** No document is worth more; its thread is ended, and the next one gets a fresh one. */
const mostMs = 60_000;
/** By so much the process may grow while documents are worked on: a few kilobytes of a stream can unfold to gigabytes. */
const mostGrowth = 1_073_741_824;
const lookEveryMs = 50;
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

/** Thrown when a task took more time or memory than a document may. */
export class TooDemanding extends Error {}

/**
 * Threads that start with the first task and end when there is nothing to do. They run the TypeScript as it is, as the
 * worker's own process does; the process runs in the project's folder.
 * @param module path from there
 */
export function threads<Tasks>(module: string): Threads<Tasks> {
  let pool: Piscina | undefined;
  const memory = memoryWatch();
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
      const greedy = memory.enter();
      const signal = AbortSignal.any([AbortSignal.timeout(mostMs), greedy.signal]);
      try {
        return await started().run({ name, given }, { signal, transferList: [...transfer] });
      } catch (error) {
        throw signal.aborted
          ? new TooDemanding(`${name} took too much ${greedy.signal.aborted ? 'memory' : 'time'}`)
          : error;
      } finally {
        memory.leave(greedy);
      }
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}

/**
 * Ends the task that has run longest when the process has grown too far since that began. Buffers of a thread count to no
 * limit of its own, and a thread that is busy cannot look after itself.
 */
function memoryWatch() {
  /** In the order they came; with what the process held then, in bytes. */
  const running = new Map<AbortController, number>();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const [longest] = running;
    const held = process.memoryUsage.rss();
    if (!longest || held - longest[1] < mostGrowth) return;
    longest[0].abort();
    // What it held is given back in a moment; until then the others are not to blame.
    for (const task of running.keys()) running.set(task, held);
  };
  return {
    enter(): AbortController {
      const task = new AbortController();
      if (running.size === 0) timer = setInterval(look, lookEveryMs).unref();
      running.set(task, process.memoryUsage.rss());
      return task;
    },
    leave(task: AbortController): void {
      running.delete(task);
      if (running.size === 0) clearInterval(timer);
    },
  };
}

/** The buffer behind these bytes, to give away: their own if it holds nothing else, else a copy. */
export function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isAlone ? new Uint8Array(buffer) : Uint8Array.from(bytes);
}
