import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { links } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { newId } from '@/lib/domain/ids';
import { type LinkKind, linkHours } from '@/lib/domain/link';
import { hashOfLink } from './token';

type Whose = { readonly id: string; readonly partnerId: string | null; readonly issuerId: string | null };

/**
 * Makes a link for an operator within the caller's transaction; the one of the same kind before it is worth nothing any
 * more. Its token is never stored.
 * @returns the id, which the mail names
 */
export async function issueLink(
  db: Database,
  { kind, operator, createdBy }: { kind: LinkKind; operator: Whose; createdBy: string | null },
): Promise<string> {
  await revokeLinks(db, operator.id, kind);
  const id = newId();
  await db.insert(links).values({
    id,
    kind,
    operatorId: operator.id,
    partnerId: operator.partnerId,
    issuerId: operator.issuerId,
    tokenHash: hashOfLink(id),
    createdBy,
    expiresAt: sql`now() + make_interval(hours => ${linkHours[kind]}::int)`,
  });
  return id;
}

/** Takes back the open links of an operator, all of them or those of a kind. @returns how many there were */
export async function revokeLinks(db: Database, operatorId: string, kind?: LinkKind): Promise<number> {
  const revoked = await db
    .update(links)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(links.operatorId, operatorId),
        kind === undefined ? undefined : eq(links.kind, kind),
        isNull(links.usedAt),
        isNull(links.revokedAt),
      ),
    )
    .returning({ id: links.id });
  return revoked.length;
}
