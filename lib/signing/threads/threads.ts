import { ownBuffer, TooDemanding, threads } from '@/lib/threads';
import type { PdfEngine } from '../pades/engine';
import { UnsupportedDocument } from '../pades/gate';
import type * as thread from './thread';
import type { Answer } from './thread';

const pool = threads<typeof thread>('lib/signing/threads/thread.ts');

/**
 * The engine in threads of its own. A document that takes more than a minute, or that fills the memory, is refused as one that
 * cannot be signed.
 */
export const threadedEngine: PdfEngine = {
  async prepare(bytes, plan) {
    const own = ownBuffer(bytes);
    return unwrapped(pool.run('prepare', { bytes: own, plan }, [own.buffer]));
  },
  async finish(prepared, of) {
    const own = ownBuffer(prepared.bytes);
    return unwrapped(pool.run('finish', { prepared: { ...prepared, bytes: own }, of }, [own.buffer]));
  },
  async addValidationData(bytes, data) {
    const own = ownBuffer(bytes);
    return unwrapped(pool.run('addValidationData', { bytes: own, data }, [own.buffer]));
  },
};

/** Ends the threads, before the process does. */
export const endSigningThreads = (): Promise<void> => pool.close();

async function unwrapped<Value>(running: Promise<Answer<Value>>): Promise<Value> {
  const answer = await running.catch((error: unknown) => {
    throw error instanceof TooDemanding ? new UnsupportedDocument('too-demanding', { cause: error }) : error;
  });
  if ('unsupported' in answer) throw new UnsupportedDocument(answer.unsupported);
  return answer.value;
}
