import 'server-only';
import { wallets } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { principalWallet } from '@/lib/domain/certificate';
import { newId } from '@/lib/domain/ids';

/** The wallet that every issuer has from its first day. @returns its id */
export async function makePrincipal(db: Database, issuer: { partnerId: string; issuerId: string }): Promise<string> {
  const id = newId();
  await db.insert(wallets).values({ id, ...issuer, name: principalWallet, principal: true });
  return id;
}
