import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import type { Status } from '@/lib/domain/company';
import type { Role } from '@/lib/domain/roles';

/** Who has this address for a user name, in whatever company: an address belongs to one person. */
export async function accountAt(
  db: Database,
  email: string,
): Promise<{ id: string; role: Role; status: Status } | undefined> {
  const [row] = await db.execute<{ id: string; role: Role; status: Status }>(sql`select * from account_at(${email})`);
  return row;
}
