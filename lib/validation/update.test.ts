import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { isOrderlyUpdate } from './update';

/** A signed revision and an update whose cross-reference stream tells of nothing, in so many bytes. */
function updateOf(inflated: number): { bytes: Buffer; end: number } {
  const signed = Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n', 'latin1');
  const data = deflateSync(Buffer.alloc(inflated));
  const head = `9 0 obj\n<< /Type /XRef /W [1 2 1] /Prev 9 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`;
  const tail = `\nendstream\nendobj\nstartxref\n${signed.length}\n%%EOF\n`;
  return { bytes: Buffer.concat([signed, Buffer.from(head), data, Buffer.from(tail)]), end: signed.length };
}

it('a stream that only fills the memory is not read to its end, and is no orderly update', () => {
  const honest = updateOf(4_000);
  expect(isOrderlyUpdate(honest.bytes, honest.end)).toBe(true);
  const bomb = updateOf(100_000_000);
  expect(isOrderlyUpdate(bomb.bytes, bomb.end)).toBe(false);
});
