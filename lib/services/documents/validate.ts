import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { asMachine } from '@/db/client';
import { documents, operations } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import { boundedQueue, QueueFull } from '@/lib/bounded-queue';
import type { Actor } from '@/lib/domain/actor';
import { contentStateOf, parseDocumentId } from '@/lib/domain/document-content';
import { notFound, unavailable } from '@/lib/domain/errors';
import { simpleReport, type ValidationReport } from '@/lib/domain/validation';
import { TooDemanding } from '@/lib/threads';
import { validateInThread } from '@/lib/validation/threads/threads';
import { revocationAllowance } from '../authorities';
import { command } from '../define';
import { ContentClosed } from './content';
import { findContent } from './content-row';
import { systemStorage } from './content-storage';
import { trustedRoots } from './trusted-roots';

/** A report on a registered document: simple and detailed (EN 319 102-1), and whether it is what was registered. */
export type DocumentValidation = {
  readonly document: { readonly id: string; readonly registeredSha256: string; readonly isAsRegistered: boolean };
  readonly simple: ReturnType<typeof simpleReport>;
  readonly detailed: ValidationReport;
};

/**
 * Asks for a verdict on a document, on the record: a command, since it looks at the content for the person. The content
 * itself is read afterwards and shown to nobody (`validateContent`).
 * @throws Failure not_found; ContentClosed
 */
export const askValidation = command({
  name: 'documents.validate',
  permission: 'documents.validate',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id }, audit }) => {
    const row = await registered(db, actor, id);
    if (!row) throw notFound();
    const { document, type, source } = row;
    const state = contentStateOf({ ...document, type, source });
    if (state !== 'stored') throw new ContentClosed(state);
    const { partnerId, issuerId } = document;
    const sha256 = document.sha256.toString('hex');
    const target = { type: 'document', id };
    return audit({ target, partnerId, issuerId, before: null, after: { sha256 } }, { id, sha256 });
  },
});

async function registered(db: Database, actor: Actor, id: string) {
  const key = parseDocumentId(id);
  if (!key) return null;
  const [row] = await db
    .select({ document: documents, type: operations.type, source: operations.source })
    .from(operations)
    .innerJoin(
      documents,
      and(
        inScope(actor, documents),
        eq(documents.partnerId, operations.partnerId),
        eq(documents.receivedAt, operations.receivedAt),
        eq(documents.operationId, operations.id),
        eq(documents.seq, key.seq),
      ),
    )
    .where(
      and(
        inScope(actor, operations),
        eq(operations.receivedAt, new Date(key.time)),
        eq(operations.id, key.operationId),
      ),
    );
  return row ?? null;
}

/** Documents that are validated at once: each is whole in memory meanwhile. */
const validating = boundedQueue({ running: 2, waiting: 20, longestWaitMs: 30_000 });

/**
 * The verdict on what `askValidation` permitted. Read by the system: an administrator may have the verdict, and not the
 * content.
 * @throws ContentClosed when the content has not come, is lost, or takes more than a minute or the memory; Failure
 *   unavailable when too many are validated at once
 */
export async function validateContent(asked: { id: string; sha256: string }): Promise<DocumentValidation> {
  try {
    return await validating(() => verdictOn(asked));
  } catch (error) {
    if (error instanceof TooDemanding) throw new ContentClosed('too_demanding');
    throw error instanceof QueueFull ? unavailable() : error;
  }
}

async function verdictOn({ id, sha256 }: { id: string; sha256: string }): Promise<DocumentValidation> {
  const found = await asMachine('system', 'read', (db) => findContent(db, sql`true`, id));
  if (found === null) throw notFound();
  if (typeof found === 'string') throw new ContentClosed(found);
  const pieces = await systemStorage(found.place).get(found);
  if (!pieces) throw new ContentClosed('lost');
  const read: Uint8Array[] = [];
  for await (const piece of pieces) read.push(piece);
  const roots = await trustedRoots();
  const given = { bytes: Buffer.concat(read), roots, ask: revocationAllowance(), now: Date.now() };
  const detailed = await validateInThread(given);
  const document = { id, registeredSha256: sha256, isAsRegistered: detailed.sha256 === sha256 };
  return { document, simple: simpleReport(detailed), detailed };
}
