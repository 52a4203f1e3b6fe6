import 'server-only';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { z } from 'zod';
import { authorities } from '@/db/schema';
import { notFound } from '@/lib/domain/errors';
import { query } from '../define';
import { callsOf, certificatesThere } from './list';
import { certificatesInPem } from './roots';
import type { AuthorityDetail } from './schemas';

/** How long a check may be under way before it is taken for lost. */
const checkMs = 60_000;

/**
 * One authority, without its secret.
 * @throws Failure not_found
 */
export const getAuthority = query({
  name: 'authorities.get',
  permission: 'authorities.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, input: { id } }): Promise<AuthorityDetail> => {
    if (!z.uuid().safeParse(id).success) throw notFound();
    const { clientSecret: _, ...readable } = getTableColumns(authorities);
    const [row] = await db
      .select({
        ...readable,
        answered: sql<number>`${callsOf('answered')}`,
        failed: sql<number>`${callsOf('failed')}`,
        certificates: sql<number>`${certificatesThere}`,
      })
      .from(authorities)
      .where(eq(authorities.id, id));
    if (!row) throw notFound();
    const { createdAt, updatedAt: __, checkAskedAt, checkedAt, checkOutcome, checkMs: ms, info, infoAt, ...rest } = row;
    const asked = checkAskedAt?.getTime() ?? 0;
    const at = checkedAt?.getTime() ?? null;
    return {
      ...rest,
      oauthUrl: row.oauthUrl ?? '',
      timeStampUrl: row.timeStampUrl ?? '',
      roots: certificatesInPem(row.trustedRoots).map(({ commonName }) => commonName),
      registeredAt: createdAt.getTime(),
      lastContactAt: row.lastContactAt?.getTime() ?? null,
      check: { underWay: asked > (at ?? 0) && asked > Date.now() - checkMs, at, outcome: checkOutcome, ms },
      info: info && infoAt ? { ...info, at: infoAt.getTime() } : null,
    };
  },
});
