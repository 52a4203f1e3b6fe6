import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { ContentSource } from '@/lib/storage/port';
import { machineCommand } from '../define';
import { runMachine } from '../run';
import { checkSize, type Expected } from './content-expect';
import { presentPlace, systemStorage } from './content-storage';

/** What the engine is told: kept now, or before. */
export type Attached = { readonly outcome: 'stored' | 'repeated'; readonly size: number; readonly sha256: string };

/**
 * Keeps a received content for its document. Nobody sees a half: the content is announced, its bytes are written, and
 * only then the document is tied to it. What dies in between is an orphan with a date, and cleaned up.
 * @throws MachineFailure 0.0.6 when hash or size are not those registered: nothing is kept
 */
export async function attachContent(
  expected: Expected,
  received: ContentSource & { sha256: string },
): Promise<Attached> {
  const { sha256, size } = received;
  if (sha256 !== expected.sha256) {
    const message = `The content's SHA-256 is ${sha256}; ${expected.sha256} was registered.`;
    throw new MachineFailure('0.0.6', message, [{ path: 'content', message: 'is not what was registered' }]);
  }
  checkSize(expected.size, size);
  if (expected.kept) return { outcome: 'repeated', size, sha256 };
  const address = { partnerId: expected.partnerId, issuerId: expected.issuerId, sha256 };
  if (!(await runMachine(beginContent, { ...address, size })))
    await systemStorage(presentPlace()).put(address, received);
  const { serviceId, key } = expected;
  const first = await runMachine(keepContent, { ...address, serviceId, ...key });
  return { outcome: first ? 'stored' : 'repeated', size, sha256 };
}

const addressSchema = z.strictObject({ partnerId: z.uuid(), issuerId: z.uuid(), sha256: z.string() });

/** Announces a content that is about to be written. @returns whether it is there already, from another document */
const beginContent = machineCommand({
  name: 'documents.begin_content',
  record: 'operation',
  input: addressSchema.extend({ size: z.number() }),
  run: async ({ db, input: { partnerId, issuerId, sha256, size } }): Promise<boolean> => {
    const [row] = await db.execute<{ kept: boolean }>(sql`
      insert into contents as c (partner_id, issuer_id, sha256, size_bytes, place, begun_at)
      values (${partnerId}, ${issuerId}, decode(${sha256}, 'hex'), ${size}, ${presentPlace()}, now())
      on conflict (partner_id, issuer_id, sha256) do update set begun_at = excluded.begun_at,
        place = case when c.kept_at is null then excluded.place else c.place end
      returning c.kept_at is not null as kept`);
    return row?.kept ?? false;
  },
});

/** Ties a document to its content, whose bytes are there. @returns false when it was tied before */
const keepContent = machineCommand({
  name: 'documents.keep_content',
  record: 'operation',
  input: addressSchema.extend({ serviceId: z.uuid(), operationId: z.uuid(), seq: z.int(), time: z.number() }),
  run: async ({ db, input }): Promise<boolean> => {
    const { partnerId, issuerId, serviceId, operationId, seq, time } = input;
    const sha256 = sql`decode(${input.sha256}, 'hex')`;
    const kept = await db.execute(sql`
      update contents set kept_at = coalesce(kept_at, now())
      where partner_id = ${partnerId} and issuer_id = ${issuerId} and sha256 = ${sha256} returning 1`);
    if (kept.length === 0) throw new MachineFailure('0.0.1', 'Storing took too long; send it again.', [], 503);
    const tied = await db.execute(sql`
      insert into document_contents (partner_id, issuer_id, service_id, operation_id, seq, sha256, stored_at)
      values (${partnerId}, ${issuerId}, ${serviceId}, ${operationId}, ${seq}, ${sha256}, now())
      on conflict do nothing returning 1`);
    await db.execute(sql`
      update documents set stored = true
      where partner_id = ${partnerId} and received_at = ${new Date(time).toISOString()}::timestamptz
        and operation_id = ${operationId} and seq = ${seq} and not stored`);
    return tied.length > 0;
  },
});
