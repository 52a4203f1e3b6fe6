import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { TooDemanding } from './threads';
import { endValidationThreads, validateInThread } from './validation/threads/threads';

afterAll(() => endValidationThreads());

/** A compressed stream that grows to so many MiB: one block again and again. */
function bomb(mebibytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1_048_576), { finishFlush: constants.Z_FULL_FLUSH });
  const zlibHeader = Buffer.of(0x78, 0x9c);
  return Buffer.concat([zlibHeader, ...Array.from({ length: mebibytes }, () => block), Buffer.of(3, 0)]);
}

function pdfOf(stream: Buffer, type: string): Buffer {
  const head = Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length} >>\nstream\n`,
  );
  return Buffer.concat([
    head,
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 2 /Root 2 0 R >>\nstartxref\n9\n%%EOF\n'),
  ]);
}

describe('a thread', () => {
  it('is ended when its document fills the memory, and the next one is read as ever', async () => {
    const of = { roots: [], ask: null, now: Date.now() };
    const before = process.memoryUsage.rss();
    let highest = 0;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss() - before);
    }, 20);
    const bytes = pdfOf(bomb(3_500), '/ObjStm');
    expect(bytes.length).toBeLessThan(5_000_000);
    await expect(validateInThread({ ...of, bytes })).rejects.toThrow(TooDemanding);
    clearInterval(watch);
    expect(highest / 1_048_576).toBeLessThan(2_000);
    const report = await validateInThread({ ...of, bytes: Buffer.from('%PDF-') });
    expect(report.subIndication).toBe('FORMAT_FAILURE');
  }, 60_000);
});
