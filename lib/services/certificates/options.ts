import 'server-only';
import { asc, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { authorities, wallets } from '@/db/schema';
import { inScope } from '@/db/scope';
import { query } from '../define';

/** What an enrolment chooses from: authorities that enrol, and the wallets of one's own company, the first one first. */
export const enrolmentOptions = query({
  name: 'certificates.options',
  permission: 'certificates.edit',
  input: z.strictObject({}),
  run: async ({ db, actor }) => ({
    authorities: await db
      .select({ id: authorities.id, name: authorities.name })
      .from(authorities)
      .where(eq(authorities.status, 'active'))
      .orderBy(asc(authorities.name)),
    wallets: await db
      .select({ id: wallets.id, name: wallets.name })
      .from(wallets)
      .where(inScope(actor, wallets))
      .orderBy(desc(wallets.principal), asc(wallets.name)),
  }),
});
