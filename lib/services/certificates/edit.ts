import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { certificates, wallets } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { conflict, Failure, notFound } from '@/lib/domain/errors';
import { command } from '../define';
import { certificateEdit } from './schemas';

/**
 * Gives a certificate another alias, or moves it to another wallet of its issuer. A wallet that loses its current one
 * has none until somebody chooses: what a service signs with never changes by itself.
 * @throws Failure not_found, conflict, invalid (no such wallet)
 */
export const editCertificate = command({
  name: 'certificates.edit',
  permission: 'certificates.edit',
  input: certificateEdit,
  async run({ db, actor, input: { id, version, alias, wallet }, audit }) {
    const before = await heldCertificate(db, actor, id);
    if (before.version !== version) throw conflict();
    const [to] = await db
      .select({ id: wallets.id, name: wallets.name, currentId: wallets.currentId })
      .from(wallets)
      .where(and(inScope(actor, wallets), eq(wallets.id, wallet), eq(wallets.issuerId, before.issuerId)))
      .for('update');
    if (!to) throw new Failure('invalid', 'invalid', { wallet: 'choose' });
    await db
      .update(certificates)
      .set({ alias, walletId: to.id, version: version + 1, updatedAt: sql`now()` })
      .where(eq(certificates.id, id));
    if (to.id !== before.walletId) await moved(db, id, before.walletId, to);
    const { partnerId, issuerId } = before;
    const target = { type: 'certificate', id };
    return audit(
      {
        ...{ target, partnerId, issuerId },
        before: { alias: before.alias, wallet: before.wallet },
        after: { alias, wallet: to.name },
      },
      { id, version: version + 1 },
    );
  },
});

async function moved(db: Database, id: string, from: string, to: { id: string; currentId: string | null }) {
  const set = (currentId: string | null) => ({
    currentId,
    version: sql`${wallets.version} + 1`,
    updatedAt: sql`now()`,
  });
  await db
    .update(wallets)
    .set(set(null))
    .where(and(eq(wallets.id, from), eq(wallets.currentId, id)));
  if (to.currentId === null) await db.update(wallets).set(set(id)).where(eq(wallets.id, to.id));
}

/** The certificate that a change is about, held for it. @throws Failure not_found */
async function heldCertificate(db: Database, actor: Actor, id: string) {
  const { partnerId, issuerId, alias, version, walletId } = certificates;
  const [row] = await db
    .select({ partnerId, issuerId, alias, version, walletId, wallet: wallets.name })
    .from(certificates)
    .innerJoin(wallets, eq(wallets.id, walletId))
    .where(and(inScope(actor, certificates), eq(certificates.id, id)))
    .for('update', { of: certificates });
  if (!row) throw notFound();
  return row;
}
