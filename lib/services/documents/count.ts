import 'server-only';
import { sql } from 'drizzle-orm';
import { documentFilterSchema } from '@/lib/domain/document-filter';
import { query } from '../define';
import type { DocumentTotal } from './schemas';
import { foundDocuments } from './search';

/** Counted one by one: the roll-up knows items that were signed, not documents by their state. */
const mostCounted = 1_000;

/** How many documents, or hashes, a filter lets through, up to 1,000. */
export const countDocuments = query({
  name: 'documents.count',
  permission: 'operations.view',
  input: documentFilterSchema,
  run: async ({ db, input }): Promise<DocumentTotal> => {
    const found = foundDocuments(input, { newest: true, beyond: null, most: mostCounted + 1 });
    const [row] = await db.execute<{ documents: number }>(sql`select count(*)::int as documents from ${found}`);
    const passed = row?.documents ?? 0;
    return { kind: passed > mostCounted ? 'atLeast' : 'exact', documents: Math.min(passed, mostCounted) };
  },
});
