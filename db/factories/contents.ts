import { createHash, randomBytes } from 'node:crypto';
import { registerOperations } from '@/lib/services/ingest/register';
import { batchSchema } from '@/lib/services/ingest/schemas';
import { runMachine } from '@/lib/services/run';
import { anyDocument, anyOperation } from './batches';

/** Random bytes with their SHA-256: nothing that compresses or repeats. */
export function anyContent(size = 10_000) {
  const bytes = randomBytes(size);
  return { bytes, sha256: sha256Of(bytes) };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Registers a document that waits for this content, as an engine does. @returns its id */
export async function registerDocument(
  alias: string,
  content: { bytes: Uint8Array; sha256: string },
  more: { document?: Record<string, unknown>; operation?: Record<string, unknown> } = {},
): Promise<string> {
  const document = anyDocument({ size: content.bytes.byteLength, sha256: content.sha256, ...more.document });
  const batch = { operations: [anyOperation(alias, { documents: [document], ...more.operation })] };
  const { results } = await runMachine(registerOperations, batchSchema.parse(batch));
  return `${results[0]?.id}.1`;
}
