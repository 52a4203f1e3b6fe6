import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { clientServices, issuers } from '@/db/schema';
import type { ConsumptionOwners } from '@/lib/domain/consumption';

type OwnerColumns = { readonly partnerId: PgColumn; readonly issuerId: PgColumn; readonly serviceId: PgColumn };

/** Asks for everything in scope. */
export const everyOwner: ConsumptionOwners = { service: null, issuer: null, partner: null };

/**
 * Keeps the rows of what the page is narrowed to. A service fixes its issuer and an issuer its partner, and the indexes
 * begin with those: each is named too, looked up under the same fences.
 */
export function ofOwners(only: ConsumptionOwners, columns: OwnerColumns): SQL | undefined {
  const { service, issuer, partner } = only;
  return and(
    service === null ? undefined : eq(columns.serviceId, service),
    issuer === null ? undefined : eq(columns.issuerId, issuer),
    partner === null ? undefined : eq(columns.partnerId, partner),
    service === null ? undefined : sql`${columns.issuerId} = ${ofService(service, clientServices.issuerId)}`,
    service === null ? undefined : sql`${columns.partnerId} = ${ofService(service, clientServices.partnerId)}`,
    issuer === null ? undefined : sql`${columns.partnerId} = ${ofIssuer(issuer)}`,
  );
}

const ofService = (id: string, column: PgColumn): SQL =>
  sql`(select ${column} from ${clientServices} where ${clientServices.id} = ${id})`;

const ofIssuer = (id: string): SQL => sql`(select ${issuers.partnerId} from ${issuers} where ${issuers.id} = ${id})`;
