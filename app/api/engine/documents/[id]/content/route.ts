import { boundedQueue, QueueFull } from '@/lib/bounded-queue';
import { mostContentBytes } from '@/lib/domain/document-content';
import { MachineFailure } from '@/lib/domain/machine-failure';
import { env } from '@/lib/env';
import { hasBearer } from '@/lib/http/bearer';
import { answerMachine } from '@/lib/http/machine-answer';
import { withSpooled } from '@/lib/http/spool';
import { attachContent } from '@/lib/services/documents/content-attach';
import { expectContent } from '@/lib/services/documents/content-expect';
import { runMachine } from '@/lib/services/run';

export const dynamic = 'force-dynamic';

/** Bodies received at once, each a file of 25 MiB at most; and how many are stored at once, so that ingest has its turn. */
const receiving = boundedQueue({ running: 16, waiting: 100, longestWaitMs: 10_000 });
const storing = boundedQueue({ running: 2, waiting: 100, longestWaitMs: 30_000 });

/** A signing engine delivers the content of a registered document, raw (product.md section 4, Document). */
export function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerMachine(async () => {
    if (!hasBearer(request, env().SIGNSTASH_ENGINE_TOKEN)) {
      throw new MachineFailure('0.0.10', 'The token is missing, expired or invalid.');
    }
    const { id } = await params;
    const expected = await runMachine(expectContent, { id, ...announced(request.headers) });
    return patiently(() =>
      receiving(() =>
        withSpooled(request, mostContentBytes, (received) => storing(() => attachContent(expected, received))),
      ),
    );
  });
}

/** @throws MachineFailure 0.0.2 without Content-Type */
function announced(headers: Headers): { mimeType: string; size: number | null } {
  const mimeType = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (!mimeType) throw new MachineFailure('0.0.2', 'Content-Type is mandatory.');
  const length = headers.get('content-length');
  const size = Number(length);
  // What is too large is refused as such, whatever was registered.
  return { mimeType, size: length === null || !Number.isSafeInteger(size) || size > mostContentBytes ? null : size };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    throw new MachineFailure('0.0.1', 'Too many contents at once; try again later.', [], 503);
  }
}
