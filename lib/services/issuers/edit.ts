import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { bundles, issuers } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { conflict, Failure, forbidden, notFound } from '@/lib/domain/errors';
import { edited, unchangedSince } from '../companies';
import { companyEdit } from '../companies/schemas';
import { command } from '../define';
import { findIssuer } from './get';

/**
 * Edits an issuer: contact data by its own operators, the name too by its partner and the administrator.
 * @throws Failure not_found, conflict (another version, or deleted), forbidden (a name that the actor may not change)
 */
export const editIssuer = command({
  name: 'issuers.edit',
  permission: 'issuers.edit',
  input: companyEdit,
  async run({ db, actor, input, audit }) {
    const row = await findIssuer(db, actor, input.id, { lock: true });
    if (!row) throw notFound();
    const { issuer } = row;
    unchangedSince(input.version, issuer);
    if (issuer.status === 'deleted') throw conflict();
    const { before, after, set } = edited(actor, ['administrator', 'partner'], issuer, input);
    const bundle = input.bundle === '' ? issuer.bundle : input.bundle;
    if (bundle !== issuer.bundle) await knownBundle(db, actor, bundle);
    const version = issuer.version + 1;
    await db
      .update(issuers)
      .set({ ...set, ...(bundle === issuer.bundle ? {} : { bundle }), version, updatedAt: sql`now()` })
      .where(eq(issuers.id, issuer.id));
    const { id, partnerId } = issuer;
    return audit(
      {
        target: { type: 'issuer', id },
        partnerId,
        issuerId: id,
        before: { ...before, bundle: issuer.bundle },
        after: { ...after, bundle },
      },
      { id, version },
    );
  },
});

/** @throws Failure forbidden for who may not change it, invalid for a bundle that is none */
async function knownBundle(db: Database, { role }: Actor, code: string): Promise<void> {
  if (role === 'issuer') throw forbidden();
  const [row] = await db.select({ code: bundles.code }).from(bundles).where(eq(bundles.code, code));
  if (!row) throw new Failure('invalid', 'invalid', { bundle: 'choose' });
}
