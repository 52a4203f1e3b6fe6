import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { partners, partnerTypeChanges } from '@/db/schema';
import { inPartnerScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { companyTransitions } from '@/lib/domain/transitions';
import { signedPerDay } from '../companies';
import type { PartnerDetail } from '../companies/schemas';
import { query } from '../define';

/**
 * One partner company with what hangs on it; the house partner is none. A malformed id, an absent one and a foreign one
 * are all the same.
 * @throws Failure not_found
 */
export const getPartner = query({
  name: 'partners.get',
  permission: 'partners.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<PartnerDetail> => {
    const row = z.uuid().safeParse(id).success ? await findPartner(db, actor, id) : undefined;
    if (!row) throw notFound();
    const { partner, services, operators, issuers } = row;
    return {
      kind: 'partner',
      id,
      code: partner.code,
      name: partner.name,
      email: partner.email,
      invoiceAddress: partner.invoiceAddress,
      contact: partner.contact,
      language: partner.language,
      status: partner.status,
      registeredAt: partner.registeredAt.getTime(),
      version: partner.version,
      type: partner.type,
      nextType: await nextTypeOf(db, id),
      issuers,
      transitions: companyTransitions(actor, {
        kind: 'partner',
        id,
        partnerId: id,
        status: partner.status,
        blockedByPartner: false,
      }),
      edits: partner.status === 'deleted' ? 'nothing' : actor.role === 'administrator' ? 'all' : 'contact',
      dependents: { services, operators, perDay: await signedPerDay(db, sql`partner_id = ${id}`) },
    };
  },
});

async function nextTypeOf(db: Database, id: string): Promise<PartnerDetail['nextType']> {
  const [next] = await db
    .select({ type: partnerTypeChanges.type, from: partnerTypeChanges.fromDay })
    .from(partnerTypeChanges)
    .where(and(eq(partnerTypeChanges.partnerId, id), sql`${partnerTypeChanges.fromDay} > installation_day()`));
  return next ?? null;
}

/** A partner company in scope, or undefined. `lock` holds it for the change that follows. */
export async function findPartner(db: Database, actor: Actor, id: string, { lock = false } = {}) {
  const read = db
    .select({
      partner: partners,
      issuers: sql<number>`(select count(*)::int from issuers i where i.partner_id = partners.id and i.status <> 'deleted')`,
      services: sql<number>`(select count(*)::int from client_services s where s.partner_id = partners.id and s.status <> 'deleted')`,
      operators: sql<number>`(select count(*)::int from operators o where o.partner_id = partners.id and o.status <> 'deleted')`,
    })
    .from(partners)
    .where(and(inPartnerScope(actor, partners.id), eq(partners.id, id), ne(partners.type, 'HOUSE')));
  const [row] = lock ? await read.for('update', { of: partners }) : await read;
  return row;
}
