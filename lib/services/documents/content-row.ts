import 'server-only';
import { and, eq, type SQL } from 'drizzle-orm';
import { contents, documentContents, documents, operations } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { type ContentPlace, contentStateOf, parseDocumentId } from '@/lib/domain/document-content';
import type { ContentAddress } from '@/lib/storage/port';

/** A content that may be opened: where it is, and what its document says of it. */
export type OpenContent = ContentAddress & {
  readonly id: string;
  readonly place: ContentPlace;
  readonly size: number;
  readonly name: string;
  readonly mimeType: string;
};

/** Why there is nothing to open. `awaited`: it was registered as stored, and has not been delivered. */
export type Closed = 'details_only' | 'hash' | 'purged' | 'not_stored' | 'awaited';

/**
 * The content of a document within `scope` (a condition on operations, from db/scope.ts), or why there is none; null
 * when there is no such document. Row-level security is the second fence on each of the four tables.
 */
export async function findContent(
  db: Database,
  scope: SQL | undefined,
  id: string,
): Promise<OpenContent | Closed | null> {
  const key = parseDocumentId(id);
  if (!key) return null;
  const [row] = await db
    .select({ document: documents, type: operations.type, source: operations.source, content: contents })
    .from(operations)
    .innerJoin(
      documents,
      and(
        eq(documents.partnerId, operations.partnerId),
        eq(documents.receivedAt, operations.receivedAt),
        eq(documents.operationId, operations.id),
        eq(documents.seq, key.seq),
      ),
    )
    .leftJoin(
      documentContents,
      and(
        eq(documentContents.partnerId, documents.partnerId),
        eq(documentContents.operationId, documents.operationId),
        eq(documentContents.seq, documents.seq),
      ),
    )
    .leftJoin(
      contents,
      and(
        eq(contents.partnerId, documentContents.partnerId),
        eq(contents.issuerId, documentContents.issuerId),
        eq(contents.sha256, documentContents.sha256),
      ),
    )
    .where(and(scope, eq(operations.receivedAt, new Date(key.time)), eq(operations.id, key.operationId)));
  if (!row) return null;
  const { document, type, source, content } = row;
  const state = contentStateOf({ ...document, type, source });
  if (state !== 'stored') return state;
  if (content === null) return 'awaited';
  return {
    id,
    partnerId: content.partnerId,
    issuerId: content.issuerId,
    sha256: content.sha256.toString('hex'),
    place: content.place,
    size: content.sizeBytes,
    name: document.name ?? id,
    mimeType: document.mimeType ?? 'application/octet-stream',
  };
}
