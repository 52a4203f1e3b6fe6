import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { issuers } from '@/db/schema';
import { conflict, notFound } from '@/lib/domain/errors';
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
    const version = issuer.version + 1;
    await db
      .update(issuers)
      .set({ ...set, version, updatedAt: sql`now()` })
      .where(eq(issuers.id, issuer.id));
    const { id, partnerId } = issuer;
    return audit({ target: { type: 'issuer', id }, partnerId, issuerId: id, before, after }, { id, version });
  },
});
