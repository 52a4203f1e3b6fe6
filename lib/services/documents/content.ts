import 'server-only';
import { z } from 'zod';
import { asActor } from '@/db/client';
import { operations } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Actor } from '@/lib/domain/actor';
import { Failure, notFound } from '@/lib/domain/errors';
import { command } from '../define';
import { readContent } from './content-read';
import { type Closed, findContent, type OpenContent } from './content-row';

/** A document that may be seen, and has no content to open, or none that can be judged. */
export class ContentClosed extends Failure {
  constructor(readonly reason: Closed | 'lost' | 'too_demanding') {
    super('conflict', reason);
  }
}

/**
 * Opens a document's content: a command, since every look writes its entry, together with the decision to let it happen.
 * The bytes are read afterwards (`contentFor`).
 * @throws Failure not_found; ContentClosed, which is no look and leaves no entry
 */
export const openContent = command({
  name: 'documents.content',
  permission: 'documents.content',
  input: z.strictObject({ id: z.string(), download: z.boolean() }),
  run: async ({ db, actor, input: { id, download }, audit }) => {
    const found = await findContent(db, inScope(actor, operations), id);
    if (found === null) throw notFound();
    if (typeof found === 'string') throw new ContentClosed(found);
    const { partnerId, issuerId, sha256 } = found;
    const target = { type: 'document', id };
    return audit({ target, partnerId, issuerId, before: null, after: { download, sha256 } }, found);
  },
});

/** The bytes of what `openContent` found, read with the actor's own rights. Null: they should be there and are not. */
export function contentFor(actor: Actor, found: OpenContent): Promise<AsyncIterable<Uint8Array> | null> {
  return readContent(found, (kind, work) => asActor(actor, kind, work));
}
