import { sql } from 'drizzle-orm';
import type { Database } from '@/db/transaction';
import { MachineFailure } from '@/lib/domain/machine-failure';
import { faultAt, refusal } from './faults';
import type { OperationInput } from './operation-fields';
import type { ServiceOwner } from './rows';

const clockDifferenceMs = 5 * 60_000;

type Found = { services: ServiceOwner[]; months: string[] };

/** The services of these aliases, and the months (YYYY_MM, ascending) that have a partition. */
export async function lookUp(db: Database, aliases: readonly string[]): Promise<Found> {
  const [found] = await db.execute<Found>(sql`select
    coalesce((select json_agg(json_build_object('id', s.id, 'alias', s.alias, 'partnerId', s.partner_id,
      'issuerId', s.issuer_id, 'partnerType', p.type, 'typeChanges', (
        select json_agg(json_build_object('from', t.from_day, 'type', t.type) order by t.from_day desc)
        from partner_types t where t.partner_id = p.id)))
      from client_services s join partners p on p.id = s.partner_id
      where s.alias in (select jsonb_array_elements_text(${JSON.stringify(aliases)}::jsonb))), '[]'::json) as services,
    (select coalesce(json_agg(right(c.relname::text, 7) order by c.relname), '[]'::json)
      from pg_inherits h join pg_class c on c.oid = h.inhrelid where h.inhparent = 'operations'::regclass) as months`);
  if (!found) throw new Error('the look-up of client services answered nothing');
  return found;
}

/**
 * The service of each operation; all of one partner, since a batch is one transaction and nothing crosses partners.
 * @throws MachineFailure 1.1.0 for an alias that does not exist, 0.0.6 for a second partner
 */
export function ownersOf(operations: readonly OperationInput[], services: readonly ServiceOwner[]): ServiceOwner[] {
  const known = new Map(services.map((service) => [service.alias, service]));
  const owners = operations.map(({ service }) => known.get(service));
  const unknown = owners.flatMap((owner, index) =>
    owner ? [] : [faultAt(['operations', index, 'service'], 'is no alias of a client service')],
  );
  if (unknown.length > 0) throw refusal('1.1.0', unknown);
  const all = owners.filter((owner) => owner !== undefined);
  const partner = all[0]?.partnerId;
  const foreign = all.flatMap((owner, index) =>
    owner.partnerId === partner
      ? []
      : [
          faultAt(
            ['operations', index, 'service'],
            'belongs to another partner than operations.0: one batch, one partner',
          ),
        ],
  );
  if (foreign.length > 0) throw refusal('0.0.6', foreign);
  return all;
}

/** @throws MachineFailure 0.0.6 naming both places of a reference that the batch holds twice */
export function checkDistinct(operations: readonly OperationInput[]): void {
  const seen = new Map<string, number>();
  const faults = operations.flatMap(({ service, externalReference }, index) => {
    const key = JSON.stringify([service, externalReference]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return first === undefined
      ? []
      : [faultAt(['operations', index, 'externalReference'], `is the same as that of operations.${first}`)];
  });
  if (faults.length > 0) throw refusal('0.0.6', faults);
}

/**
 * Times must lie in the past (5 minutes of clock difference are forgiven) and in a month that is kept.
 * @throws MachineFailure 0.0.6; 503 when the month is one that should be there and is not yet
 */
export function checkTimes(operations: readonly OperationInput[], months: readonly string[], now: number): void {
  const latest = now + clockDifferenceMs;
  const [oldest = '9999_12'] = months;
  const faults = operations.flatMap((operation, index) => {
    const early = monthOf(operation.receivedAt) < oldest ? [['receivedAt'] as const] : [];
    return [
      ...early.map((path) =>
        faultAt(['operations', index, ...path], `is older than the oldest kept month, ${oldest.replace('_', '-')}`),
      ),
      ...timesOf(operation)
        .filter(([, instant]) => Date.parse(instant) > latest)
        .map(([path]) => faultAt(['operations', index, ...path], 'lies more than five minutes in the future')),
    ];
  });
  if (faults.length > 0) throw refusal('0.0.6', faults);
  const absent = operations.findIndex(({ receivedAt }) => !months.includes(monthOf(receivedAt)));
  if (absent < 0) return;
  const fault = faultAt(
    ['operations', absent, 'receivedAt'],
    'lies in a month that is not prepared yet; try again later',
  );
  throw new MachineFailure('0.0.1', `${fault.path}: ${fault.message}`, [fault], 503);
}

/** UTC month of an instant as partitions are named: 2026_11. */
function monthOf(instant: string): string {
  // Most engines write UTC: a thousand dates parsed and printed would cost more than the rest of these checks.
  const utc = instant.endsWith('Z') ? instant : new Date(instant).toISOString();
  return utc.slice(0, 7).replace('-', '_');
}

function timesOf({
  receivedAt,
  finishedAt,
  documents,
}: OperationInput): [path: (string | number)[], instant: string][] {
  const stamps = documents.flatMap(({ timeStampAt }, index): [(string | number)[], string][] =>
    timeStampAt === undefined ? [] : [[['documents', index, 'timeStampAt'], timeStampAt]],
  );
  return [
    [['receivedAt'], receivedAt],
    ...(finishedAt === undefined ? [] : [[['finishedAt'], finishedAt] as [string[], string]]),
    ...stamps,
  ];
}
