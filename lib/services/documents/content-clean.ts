import 'server-only';
import { sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import type { Database } from '@/db/transaction';
import type { ContentPlace } from '@/lib/domain/document-content';
import type { ContentAddress } from '@/lib/storage/port';
import { systemStorage } from './content-storage';

/** Longer than any delivery takes: what was announced before and is not kept never will be. */
const abandonedAfterMinutes = 60;
/** Most orphans of one run; the next one goes on. */
const most = 1_000;

/** Removes contents whose delivery was broken off, with their bytes. @returns how many */
export async function cleanContents(): Promise<number> {
  for (let removed = 0; ; removed += 1) {
    if (removed === most || !(await asMachine('system', 'write', removeOrphan))) return removed;
  }
}

/** The lock on its row keeps a new delivery of the same content waiting until its old bytes are gone. */
async function removeOrphan(db: Database): Promise<boolean> {
  const [orphan] = await db.execute<ContentAddress & { place: ContentPlace }>(sql`
    select partner_id as "partnerId", issuer_id as "issuerId", encode(sha256, 'hex') as sha256, place from contents
    where kept_at is null and begun_at < now() - make_interval(mins => ${abandonedAfterMinutes})
    order by begun_at limit 1 for update skip locked`);
  if (!orphan) return false;
  const { partnerId, issuerId, sha256, place } = orphan;
  await systemStorage(place).delete(orphan);
  await db.execute(sql`
    delete from contents where partner_id = ${partnerId} and issuer_id = ${issuerId} and sha256 = decode(${sha256}, 'hex')`);
  return true;
}
