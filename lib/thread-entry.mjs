import { isWorkerThread, move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { register } from 'tsx/esm/api';

// What a thread of lib/threads.ts runs first: from here on it reads TypeScript as the rest of the project does.
if (!isWorkerThread) throw new Error('This file is for threads.');
register();

/** @type {Record<string, (given: unknown) => unknown>} */
const tasks = await import(workerData);

/** Smaller buffers share one that is not theirs to give away. */
const worthGiving = 65_536;

/** @param {{ name: string, given: unknown }} task */
export default async function run({ name, given }) {
  const task = tasks[name];
  if (!task) throw new Error(`There is no task ${name}.`);
  const result = await task(given);
  const buffers = buffersIn(result);
  return buffers.length === 0 ? result : move({ [transferableSymbol]: buffers, [valueSymbol]: result });
}

/** The large buffers of an answer, which are handed over rather than copied.
 * @param {unknown} value @returns {ArrayBuffer[]} */
function buffersIn(value) {
  if (value instanceof Uint8Array) {
    const { buffer, byteLength } = value;
    return buffer instanceof ArrayBuffer && byteLength >= worthGiving ? [buffer] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(buffersIn) : [];
}
