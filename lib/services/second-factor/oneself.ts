import 'server-only';
import { sql } from 'drizzle-orm';
import { recoveryCodes } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { secondFactorChanges } from '@/lib/domain/mail';
import { hashOfRecoveryCode, newRecoveryCodes } from '../credentials';
import { postMail } from '../mail';

/** What every entry about one's own account says. */
export const aboutOneself = ({ operatorId, partnerId, issuerId }: Actor) => ({
  target: { type: 'operator', id: operatorId },
  partnerId,
  issuerId,
});

/** Makes ten recovery codes in place of those before. @returns them, to be shown once */
export async function renewRecoveryCodes(db: Database, { operatorId }: Actor): Promise<string[]> {
  const codes = newRecoveryCodes();
  await db.delete(recoveryCodes).where(sql`${recoveryCodes.operatorId} = ${operatorId}`);
  await db.insert(recoveryCodes).values(codes.map((code) => ({ operatorId, codeHash: hashOfRecoveryCode(code) })));
  return codes;
}

/** Tells the operator by mail: a change that it did not make is one it must hear of. */
export async function tellOneself(
  db: Database,
  { name, email, language, partnerId, issuerId }: Actor,
  change: (typeof secondFactorChanges)[number],
): Promise<void> {
  const parameters = { name, change, at: new Date().toISOString() };
  const to = { address: email, name, language };
  await postMail(db, { template: 'second_factor_changed', to, parameters, partnerId, issuerId });
}
