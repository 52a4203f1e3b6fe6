import { parse, v7, validate, version } from 'uuid';

/** A UUID v7 whose time is `at` (milliseconds since 1970; now by default). Made by the application, never by the database. */
export function newId(at: number = Date.now()): string {
  return v7({ msecs: at, random: randomBytes() });
}

const bytesOfId = 16;
/** Randomness is drawn for a thousand ids at a time: asked for one by one it costs more than all else of an id. */
const pool = new Uint8Array(1_024 * bytesOfId);
let spent = pool.length;

function randomBytes(): Uint8Array {
  if (spent === pool.length) {
    crypto.getRandomValues(pool);
    spent = 0;
  }
  spent += bytesOfId;
  return pool.subarray(spent - bytesOfId, spent);
}

/** Milliseconds since 1970 inside a UUID v7, or null when `id` is not one. An operation's id carries its reception time. */
export function timeOfId(id: string): number | null {
  if (!validate(id) || version(id) !== 7) return null;
  const bytes = parse(id);
  return bytes.slice(0, 6).reduce((total, byte) => total * 256 + byte, 0);
}
