import 'server-only';
import { and, eq } from 'drizzle-orm';
import { clientServices, issuers, partners } from '@/db/schema';
import { inPartnerScope, inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';

type Owners = { readonly service: string | null; readonly issuer: string | null; readonly partner: string | null };

/** Names of the service, issuer and partner that the filter names, where they are in scope. */
export async function ownerNames(db: Database, actor: Actor, { service, issuer, partner }: Owners) {
  const ofIssuers = { partnerId: issuers.partnerId, issuerId: issuers.id };
  const rows = await Promise.all([
    service === null
      ? []
      : db
          .select({ name: clientServices.alias })
          .from(clientServices)
          .where(and(inScope(actor, clientServices), eq(clientServices.id, service))),
    issuer === null
      ? []
      : db
          .select({ name: issuers.name })
          .from(issuers)
          .where(and(inScope(actor, ofIssuers), eq(issuers.id, issuer))),
    partner === null
      ? []
      : db
          .select({ name: partners.name })
          .from(partners)
          .where(and(inPartnerScope(actor, partners.id), eq(partners.id, partner))),
  ]);
  const fields = ['service', 'issuer', 'partner'] as const;
  return Object.fromEntries(fields.flatMap((field, at) => rows[at]?.map(({ name }) => [field, name]) ?? []));
}
