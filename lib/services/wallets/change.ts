import 'server-only';
import { and, count, eq, notInArray, sql } from 'drizzle-orm';
import { certificateFlows, certificates, clientServices, wallets } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { finalSteps } from '@/lib/domain/certificate';
import { conflict, Failure, forbidden, notFound } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { command } from '../define';
import { named } from '../named';
import { newWallet, walletCurrent, walletDeletion, walletRename } from './schemas';

/** Makes a wallet of one's own company. @throws Failure invalid (the name is taken) */
export const createWallet = command({
  name: 'wallets.create',
  permission: 'certificates.edit',
  input: newWallet,
  async run({ db, actor, input: { name }, audit }) {
    const { partnerId, issuerId } = actor;
    if (partnerId === null || issuerId === null) throw forbidden();
    const id = newId();
    await named(db.insert(wallets).values({ id, partnerId, issuerId, name }));
    return audit({ target: { type: 'wallet', id }, partnerId, issuerId, before: null, after: { name } }, { id });
  },
});

/** Renames a wallet; not the one that every issuer has. @throws Failure not_found, conflict, forbidden, invalid */
export const renameWallet = command({
  name: 'wallets.rename',
  permission: 'certificates.edit',
  input: walletRename,
  async run({ db, actor, input: { id, version, name }, audit }) {
    const before = await heldWallet(db, actor, id, version);
    if (before.principal) throw forbidden();
    await named(
      db
        .update(wallets)
        .set({ name, version: version + 1, updatedAt: sql`now()` })
        .where(eq(wallets.id, id)),
    );
    return audit({ ...about(before), before: { name: before.name }, after: { name } }, { id, version: version + 1 });
  },
});

/** Chooses what the services of a wallet sign with. @throws Failure not_found, conflict, invalid (not of this wallet) */
export const chooseCurrent = command({
  name: 'wallets.choose_current',
  permission: 'certificates.edit',
  input: walletCurrent,
  async run({ db, actor, input: { id, version, certificate }, audit }) {
    const before = await heldWallet(db, actor, id, version);
    const [chosen] = await db
      .select({ alias: certificates.alias })
      .from(certificates)
      .where(and(eq(certificates.walletId, id), eq(certificates.id, certificate)));
    if (!chosen) throw new Failure('invalid', 'invalid', { certificate: 'choose' });
    await db
      .update(wallets)
      .set({ currentId: certificate, version: version + 1, updatedAt: sql`now()` })
      .where(eq(wallets.id, id));
    const after = { name: before.name, certificate: chosen.alias };
    return audit({ ...about(before), before: null, after }, { id, version: version + 1 });
  },
});

/** Deletes an empty wallet. @throws Failure not_found, conflict, forbidden (Principal), invalid (it is in use) */
export const deleteWallet = command({
  name: 'wallets.delete',
  permission: 'certificates.edit',
  input: walletDeletion,
  async run({ db, actor, input: { id, version }, audit }) {
    const before = await heldWallet(db, actor, id, version);
    if (before.principal) throw forbidden();
    if (await isInUse(db, id)) throw new Failure('invalid', 'invalid', { id: 'wallet_in_use' });
    await db.delete(wallets).where(eq(wallets.id, id));
    return audit({ ...about(before), before: { name: before.name }, after: null }, { id });
  },
});

type Held = Awaited<ReturnType<typeof heldWallet>>;
const about = ({ id, partnerId, issuerId }: Held) => ({ target: { type: 'wallet', id }, partnerId, issuerId });

/** Certificates, services, or an enrolment under way that is to end in it. */
async function isInUse(db: Database, id: string): Promise<boolean> {
  const [held] = await db.select({ n: count() }).from(certificates).where(eq(certificates.walletId, id));
  const [signing] = await db.select({ n: count() }).from(clientServices).where(eq(clientServices.walletId, id));
  const [coming] = await db
    .select({ n: count() })
    .from(certificateFlows)
    .where(and(eq(certificateFlows.walletId, id), notInArray(certificateFlows.step, [...finalSteps])));
  return [held, signing, coming].some((each) => (each?.n ?? 0) > 0);
}

async function heldWallet(db: Database, actor: Actor, id: string, version: number) {
  const [row] = await db
    .select()
    .from(wallets)
    .where(and(inScope(actor, wallets), eq(wallets.id, id)))
    .for('update');
  if (!row) throw notFound();
  if (row.version !== version) throw conflict();
  return row;
}
