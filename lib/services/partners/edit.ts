import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { partners } from '@/db/schema';
import { conflict, notFound } from '@/lib/domain/errors';
import { edited, unchangedSince } from '../companies';
import { companyEdit } from '../companies/schemas';
import { command } from '../define';
import { findPartner } from './get';

/**
 * Edits a partner company: contact data by its own operators, the name too by the administrator.
 * @throws Failure not_found, conflict (another version, or deleted), forbidden (a name that the actor may not change)
 */
export const editPartner = command({
  name: 'partners.edit',
  permission: 'partners.edit',
  input: companyEdit,
  async run({ db, actor, input, audit }) {
    const row = await findPartner(db, actor, input.id, { lock: true });
    if (!row) throw notFound();
    const { partner } = row;
    unchangedSince(input.version, partner);
    if (partner.status === 'deleted') throw conflict();
    const { before, after, set } = edited(actor, ['administrator'], partner, input);
    const version = partner.version + 1;
    await db
      .update(partners)
      .set({ ...set, version, updatedAt: sql`now()` })
      .where(eq(partners.id, partner.id));
    const { id } = partner;
    return audit({ target: { type: 'partner', id }, partnerId: id, issuerId: null, before, after }, { id, version });
  },
});
