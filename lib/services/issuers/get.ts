import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { housePartnerId } from '@/db/house';
import { issuers, partners } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { companyTransitions } from '@/lib/domain/transitions';
import { signedPerDay } from '../companies';
import type { IssuerDetail } from '../companies/schemas';
import { query } from '../define';

/**
 * One issuer with what hangs on it. A malformed id, an absent one and a foreign one are all the same.
 * @throws Failure not_found
 */
export const getIssuer = query({
  name: 'issuers.get',
  permission: 'issuers.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<IssuerDetail> => {
    const row = z.uuid().safeParse(id).success ? await findIssuer(db, actor, id) : undefined;
    if (!row) throw notFound();
    const { issuer, partner, blockedByPartner, services, operators, accesses } = row;
    const direct = issuer.partnerId === housePartnerId;
    const administrator = actor.role === 'administrator';
    return {
      kind: 'issuer',
      id,
      code: issuer.code,
      name: issuer.name,
      email: issuer.email,
      invoiceAddress: issuer.invoiceAddress,
      contact: issuer.contact,
      language: issuer.language,
      status: issuer.status,
      registeredAt: issuer.registeredAt.getTime(),
      version: issuer.version,
      bundle: issuer.bundle,
      partner: direct ? null : partner,
      accesses,
      transitions: companyTransitions(actor, {
        kind: 'issuer',
        id,
        partnerId: issuer.partnerId,
        status: issuer.status,
        blockedByPartner,
      }),
      edits: issuer.status === 'deleted' ? 'nothing' : administrator || actor.role === 'partner' ? 'all' : 'contact',
      dependents: { services, operators, perDay: await signedPerDay(db, sql`issuer_id = ${id}`) },
    };
  },
});

/** An issuer in scope, or undefined. `lock` holds it for the change that follows. */
export async function findIssuer(db: Database, actor: Actor, id: string, { lock = false } = {}) {
  const read = db
    .select({
      issuer: issuers,
      partner: { id: partners.id, code: partners.code, name: partners.name, type: partners.type },
      blockedByPartner: sql<boolean>`exists (
        select from operators o where o.id = ${issuers.blockedBy} and o.role = 'partner')`,
      services: sql<number>`(select count(*)::int from client_services s where s.issuer_id = ${issuers.id} and s.status <> 'deleted')`,
      operators: sql<number>`(select count(*)::int from operators o where o.issuer_id = ${issuers.id} and o.status <> 'deleted')`,
      accesses: sql<number>`(select count(*)::int from audit_accesses a where a.issuer_id = ${issuers.id} and a.ended_at is null and a.valid_to >= installation_day())`,
    })
    .from(issuers)
    .innerJoin(partners, eq(partners.id, issuers.partnerId))
    .where(and(inScope(actor, { partnerId: issuers.partnerId, issuerId: issuers.id }), eq(issuers.id, id)));
  const [row] = lock ? await read.for('update', { of: issuers }) : await read;
  return row;
}
