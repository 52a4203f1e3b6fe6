import { afterAll, describe, expect, it } from 'vitest';
import { unfoldingPdf } from '@/db/testing/unfolding-pdf';
import { TooDemanding } from './threads';
import { endValidationThreads, validateInThread } from './validation/threads/threads';

afterAll(() => endValidationThreads());

describe('a thread', () => {
  it('is ended when its document fills the memory, and the next one is read as ever', async () => {
    const of = { roots: [], ask: null, now: Date.now() };
    const before = process.memoryUsage.rss();
    let highest = 0;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss() - before);
    }, 20);
    const bytes = unfoldingPdf(3_500);
    expect(bytes.length).toBeLessThan(5_000_000);
    await expect(validateInThread({ ...of, bytes })).rejects.toThrow(TooDemanding);
    clearInterval(watch);
    expect(highest / 1_048_576).toBeLessThan(2_000);
    const report = await validateInThread({ ...of, bytes: Buffer.from('%PDF-') });
    expect(report.subIndication).toBe('FORMAT_FAILURE');
  }, 60_000);
});
