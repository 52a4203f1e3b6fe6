import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PDFDocument } from '@cantoo/pdf-lib';
import { openAuthority, signerFor } from '@/db/testing/signed-files';
import { type Signer, signPdf } from '@/lib/signing/pades/sign';
import { signMany } from '@/lib/signing/pades/sign-many';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { endSigningThreads, threadedEngine } from '@/lib/signing/threads/threads';
import { defaultStamp } from '@/lib/templates/stamp/default';
import { median } from './report';
import type { Result } from './table';

/**
 * Signing with a visible stamp and a time stamp, in threads: milliseconds a document besides those of authority and
 * time-stamp service, how long requests wait while a document of 1,500 pages is signed, and memory over a batch.
 */
export async function signing(): Promise<Result[]> {
  const sandbox = await openAuthority();
  try {
    return [await ordinary(sandbox), await waiting(sandbox), await batch(sandbox)];
  } finally {
    await endSigningThreads();
    await sandbox.stop();
  }
}

const request = {
  facts: { reason: 'Fatura', location: 'Porto', name: 'Padaria Central' },
  stamp: {
    place: { kind: 'COORDINATE', page: -1, x: 340, y: 60 },
    drawing: defaultStamp('pt', {
      ...{ 'signer.name': 'Selo', 'signer.organisation': 'Padaria Central de São João da Madeira, Lda.' },
      ...{ 'signer.vat': '500100144', 'issuer.name': 'Padaria', 'certificate.issuer': 'CA', 'certificate.serial': '1' },
      ...{ signedAt: '27 nov 2026, 10:00:00 WET', reason: 'Fatura', location: 'Porto', reference: 'FT-1' },
    }),
  },
} as const;

/** Pages of text, and bytes that do not compress, as a picture's. */
async function paper(pages: number, kilobytes: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n++) document.addPage([595, 842]).drawText(`Fatura, ${n + 1}`, { x: 50, y: 700 });
  document.context.register(document.context.stream(randomBytes(kilobytes * 1024)));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A signer that tells how long authority and time-stamp service took. */
function timed(sandbox: Sandbox): { signer: Signer; outside: () => number } {
  const own = signerFor(sandbox, 'seal-2027');
  let outside = 0;
  const clocked =
    <Given, Answer>(ask: (given: Given) => Promise<Answer>) =>
    async (given: Given): Promise<Answer> => {
      const begin = performance.now();
      try {
        return await ask(given);
      } finally {
        outside += performance.now() - begin;
      }
    };
  const { timeStamp = async () => new Uint8Array() } = own;
  return {
    signer: { ...own, signHashes: clocked(own.signHashes), timeStamp: clocked(timeStamp) },
    outside: () => outside,
  };
}

const milliseconds = (id: string, what: string, got: number, bar: number, sides: string): Result => ({
  ...{ id, what, ratio: `${got.toFixed(1)} ms`, bar: `<= ${bar} ms`, holds: got <= bar, sides },
});

async function ordinary(sandbox: Sandbox): Promise<Result> {
  const file = await paper(3, 190);
  const times: number[] = [];
  for (let n = 0; n < 120; n++) {
    const { signer, outside } = timed(sandbox);
    const bytes = Buffer.from(file);
    const begin = performance.now();
    await signPdf(bytes, signer, request, threadedEngine);
    // The first ones are the compiler's.
    if (n >= 20) times.push(performance.now() - begin - outside());
  }
  const sides = `${Math.round(file.length / 1024)} KB, median of ${times.length}, slowest ${Math.max(...times).toFixed(1)} ms`;
  return milliseconds('S1', 'sign a document, besides authority and time stamp', median(times), 30, sides);
}

async function waiting(sandbox: Sandbox): Promise<Result> {
  const file = await paper(1_500, 500);
  const { signer } = timed(sandbox);
  await signPdf(Buffer.from(file), signer, request, threadedEngine);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begin = performance.now();
  await signPdf(
    Buffer.from(file),
    { ...signer, timeStamp: async () => new Uint8Array([5, 0]) },
    request,
    threadedEngine,
  );
  const took = performance.now() - begin;
  delay.disable();
  const sides = `1,500 pages in ${took.toFixed(0)} ms, of which in this thread: the key's signature`;
  return milliseconds('S2', 'longest wait of a request meanwhile', delay.max / 1e6, 50, sides);
}

async function batch(sandbox: Sandbox): Promise<Result> {
  const file = await paper(3, 190);
  const { signer } = timed(sandbox);
  const documents = Array.from({ length: 1_000 }, (_, key) => ({
    key,
    ...request,
    bytes: async () => Buffer.from(file),
  }));
  const resident = () => process.memoryUsage().rss / 1_048_576;
  const before = resident();
  let most = before;
  let signed = 0;
  const begin = performance.now();
  for await (const done of signMany(documents, signer, threadedEngine, 100)) {
    if ('bytes' in done) signed += 1;
    most = Math.max(most, resident());
  }
  const each = (performance.now() - begin) / signed;
  const grown = most - before;
  return {
    id: 'S3',
    what: `memory that a batch of ${signed} × 200 KB takes`,
    ratio: `${grown.toFixed(0)} MiB`,
    bar: '<= 100 MiB',
    holds: grown <= 100,
    sides: `${before.toFixed(0)} MiB before, ${each.toFixed(1)} ms a document, time stamps by this very process`,
  };
}
