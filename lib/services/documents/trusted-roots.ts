import 'server-only';
import { sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { authorities } from '@/db/schema';
import { certificatesInPem } from '../authorities';

/**
 * The roots that signatures are believed by, DER: the topmost certificate of what each authority delivered, since the
 * administrator entered the authority, and those entered for it beside (its time-stamp service may have another).
 */
export function trustedRoots(): Promise<Uint8Array[]> {
  return asMachine('system', 'read', async (db) => {
    const delivered = await db.execute<{ root: Buffer }>(
      sql`select distinct chain[array_upper(chain, 1)] as root from certificates where array_length(chain, 1) > 1`,
    );
    const entered = await db.select({ pem: authorities.trustedRoots }).from(authorities);
    return [
      ...[...delivered].map(({ root }) => new Uint8Array(root)),
      ...entered.flatMap(({ pem }) => certificatesInPem(pem).map(({ der }) => der)),
    ];
  });
}
