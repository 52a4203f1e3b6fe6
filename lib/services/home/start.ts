import 'server-only';
import { and, eq, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { certificates, clientServices, issuers, operations, partners } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { query } from '../define';
import type { Start } from './schemas';

const some = (db: Database, rows: SQL): Promise<boolean> =>
  db.execute<{ some: boolean }>(sql`select exists (${rows}) as some`).then(([row]) => row?.some === true);

/** `condition` may be none: it is a scope, which administrators have not. */
const rowsOf = (table: PgTable, condition: SQL | undefined): SQL =>
  sql`select from ${table} where ${condition ?? sql`true`}`;

/**
 * How far a company has come with its first steps, from facts; null once all are done, and for administrators.
 */
export const firstSteps = query({
  name: 'home.start',
  permission: 'dashboard.view',
  input: z.strictObject({}),
  run: async ({ db, actor }): Promise<Start | null> => {
    if (actor.role === 'administrator') return null;
    if (await some(db, rowsOf(operations, inScope(actor, operations)))) return null;
    return actor.role === 'partner' ? partnerSteps(db, actor) : issuerSteps(db, actor);
  },
});

async function issuerSteps(db: Database, actor: Actor): Promise<Start> {
  const services = await db
    .select({ name: clientServices.name, alias: clientServices.alias })
    .from(clientServices)
    .where(and(inScope(actor, clientServices), eq(clientServices.status, 'active')))
    .orderBy(clientServices.id)
    .limit(5);
  const granted = and(inScope(actor, certificates), isNotNull(certificates.grantId));
  return { kind: 'issuer', services, certificate: await some(db, rowsOf(certificates, granted)) };
}

async function partnerSteps(db: Database, actor: Actor): Promise<Start> {
  const ofIssuers = { partnerId: issuers.partnerId, issuerId: issuers.id };
  const [[own], issuer, service] = await Promise.all([
    db
      .select({ code: partners.code })
      .from(partners)
      .where(and(inPartnerScope(actor, partners.id), eq(partners.id, actor.partnerId ?? ''))),
    some(db, rowsOf(issuers, and(inScope(actor, ofIssuers), ne(issuers.status, 'deleted')))),
    some(db, rowsOf(clientServices, and(inScope(actor, clientServices), ne(clientServices.status, 'deleted')))),
  ]);
  return { kind: 'partner', code: own?.code ?? '', issuer, service };
}
