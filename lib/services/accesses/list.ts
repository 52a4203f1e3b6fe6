import 'server-only';
import { sql } from 'drizzle-orm';
import { auditAccesses } from '@/db/schema';
import { inScope } from '@/db/scope';
import { containsText, directory, exactly, oneOfThese } from '../directory';
import type { AccessRow, FoundAccess } from './schemas';

/** Where a grant stands today, the installation's day. */
export const accessState = sql`case when audit_accesses.ended_at is not null then 'ended' when audit_accesses.valid_to < installation_day() then 'over'
  when audit_accesses.valid_from > installation_day() then 'coming' else 'valid' end`;

/** The audit accesses to the issuers in the actor's scope. */
export const accessDirectory = directory<FoundAccess, AccessRow>({
  name: 'accesses',
  permission: 'accesses.view',
  from: sql`from audit_accesses join issuers on issuers.id = audit_accesses.issuer_id left join operators on operators.id = audit_accesses.auditor_id`,
  id: sql`audit_accesses.id`,
  title: sql`audit_accesses.auditor_email`,
  columns: sql`audit_accesses.id, operators.name as auditor, audit_accesses.auditor_email as email, issuers.name as issuer, audit_accesses.issuer_id,
    ${accessState} as state, audit_accesses.valid_from::text as valid_from, audit_accesses.valid_to::text as valid_to,
    (extract(epoch from audit_accesses.created_at) * 1000)::float8 as granted, audit_accesses.reason, audit_accesses.version`,
  scope: (actor) => inScope(actor, auditAccesses),
  where: ({ search, states, issuer }) => [
    containsText(search, sql`audit_accesses.auditor_email`, sql`issuers.name`, sql`audit_accesses.reason`),
    oneOfThese(accessState, states),
    exactly(sql`audit_accesses.issuer_id`, issuer),
  ],
  tuple: (row) => [
    row.id,
    row.auditor,
    row.email,
    row.issuer,
    row.state,
    row.valid_from,
    row.valid_to,
    row.granted,
    row.issuer_id,
    row.version,
  ],
});
