import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { auditAccesses, clientServices, operators } from '@/db/schema';
import { repeatable } from '@/db/seed/random';
import { seedDemo } from '@/db/seed/seed';
import { asSuperuser } from '@/db/testing/owner-connection';
import type { Actor } from '@/lib/domain/actor';
import type { ConsumptionSplit } from '@/lib/domain/consumption';
import { type DayRange, rangeOf } from '@/lib/domain/consumption-calendar';
import { operationStatuses } from '@/lib/domain/operation';
import { countedTypes, type OperationFilter } from '@/lib/domain/operation-filter';
import { roles } from '@/lib/domain/roles';
import { consumption } from './dashboard/consumption';
import { countOperations } from './operations/count';
import { listOperations } from './operations/list';
import type { OperationRows } from './operations/schemas';
import { readAll } from './read-all';

/** The questions are drawn by this generator (mulberry32); the seed is printed with the outcome. */
const seed = 20_261_125;
const random = repeatable(seed).next;
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

const superuser = asSuperuser();
let actors: Actor[];

beforeAll(async () => {
  await asMachine(
    'system',
    'write',
    (db) => seedDemo(db, { operations: 20_000, now: new Date(), report: () => {} }),
    120_000,
  );
  const { people, grants } = await asMachine('system', 'read', async (db) => ({
    people: await db.select().from(operators),
    grants: await db.select().from(auditAccesses),
  }));
  actors = people.map((person) =>
    actorOf(person, { issuerIds: grants.filter((g) => g.auditorId === person.id).map((g) => g.issuerId) }),
  );
}, 180_000);

type Question = { actor: Actor; split: ConsumptionSplit; days: DayRange; key: string };
type Answer = { operations: number; signedItems: number };

/** Raw rows, in SQL of its own: it shares nothing with db/scope.ts, the roll-ups or the policies. */
async function rawRows({ actor, split, days, key }: Question): Promise<Answer> {
  const owner = {
    administrator: 'true',
    partner: 'o.partner_id = $3',
    issuer: 'o.issuer_id = $3',
    auditor: "o.issuer_id = any(string_to_array($3, ',')::uuid[])",
  }[actor.role];
  const who =
    { administrator: '', partner: actor.partnerId, issuer: actor.issuerId, auditor: actor.issuerIds.join(',') }[
      actor.role
    ] ?? '';
  const column = {
    none: "''",
    service: 'o.service_id::text',
    issuer: 'o.issuer_id::text',
    partner: 'o.partner_id::text',
    status: 'o.status',
  }[split];
  const cast = actor.role === 'partner' || actor.role === 'issuer' ? owner.replace('$3', '$3::uuid') : owner;
  const [row] = await superuser.unsafe<{ operations: number; signed: number }[]>(
    `select count(distinct o.id)::int as operations, count(d.seq) filter (where d.status in ('SIGNED', 'NOTIFIED', 'ARCHIVED', 'PURGED'))::int as signed
     from operations o left join documents d on d.operation_id = o.id
     where (o.received_at at time zone 'Europe/Lisbon')::date between $1::date and $2::date and o.type <> 'TEST'
       and ${cast} and ${column} = $4 and $3::text is not null`,
    [days.from, days.to, who, key],
  );
  return { operations: row?.operations ?? -1, signedItems: row?.signed ?? -1 };
}

const noFilter: Omit<OperationFilter, 'from' | 'to'> = {
  service: null,
  issuer: null,
  partner: null,
  statuses: [],
  types: [...countedTypes],
  sources: [],
  error: null,
  reference: null,
  document: null,
};

function filterOf({ split, days, key }: Question): OperationFilter {
  const status = operationStatuses.find((each) => split === 'status' && each === key);
  const owner = split === 'service' || split === 'issuer' || split === 'partner' ? { [split]: key } : {};
  return { ...noFilter, ...days, ...owner, statuses: status ? [status] : [] };
}

/** Rows of the list, page after page, counted as a person would by pressing Next. */
async function listed(actor: Actor, filter: OperationFilter): Promise<number> {
  let after: string | null = null;
  let found = 0;
  for (;;) {
    const { page }: { page: OperationRows } = await readAll(actor, {
      page: [listOperations, { ...filter, sort: 'newest', after, before: null, size: 100 }],
    });
    found += page.rows.length;
    after = page.rows.at(-1)?.[0] ?? null;
    if (!page.next || found >= 500) return found;
  }
}

async function dashboardSays({ actor, split, days, key }: Question): Promise<Answer | null> {
  if (actor.role === 'auditor') return null;
  const { data } = await readAll(actor, { data: [consumption, { months: 24, days: 90, split, compare: true }] });
  const rows = days.from === days.to ? data.dayRows : data.monthRows;
  const period = days.from === days.to ? days.from : days.from.slice(0, 7);
  const row = rows.find((each) => each[0] === period && each[1] === key);
  return { operations: row?.[3] ?? 0, signedItems: split === 'status' ? -1 : (row?.[2] ?? 0) };
}

async function anyQuestion(n: number): Promise<Question> {
  const role = roles[n % roles.length];
  const actor = pick(actors.filter((each) => each.role === role));
  const today = new Date().toISOString().slice(0, 10);
  const dst = ['2025-10-26', '2026-03-29', '2026-10-25'].filter((day) => day < today);
  const month = dst.length > 0 && n % 5 === 0 ? pick(dst).slice(0, 7) : monthBefore(today, Math.floor(random() * 20));
  const day = new Date(Date.now() - Math.floor(random() * 80) * 86_400_000).toISOString().slice(0, 10);
  const days = rangeOf(n % 3 === 1 ? day : month, today);
  const split = actor.role === 'auditor' ? 'none' : pick(['none', 'service', 'issuer', 'status', 'partner'] as const);
  return { actor, split, days, key: await anyKey(actor, split) };
}

const monthBefore = (today: string, count: number): string => {
  const date = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - count);
  return date.toISOString().slice(0, 7);
};

async function anyKey(actor: Actor, split: ConsumptionSplit): Promise<string> {
  if (split === 'none') return '';
  if (split === 'status') return pick(['COMPLETED', 'FAILED', 'COMPLETED_WITH_ERRORS'] as const);
  const services = await asMachine('system', 'read', (db) => db.select().from(clientServices));
  const own = services.filter(
    (each) =>
      actor.role === 'administrator' ||
      each.issuerId === actor.issuerId ||
      (actor.role === 'partner' && each.partnerId === actor.partnerId),
  );
  const service = pick(own);
  return { service: service.id, issuer: service.issuerId, partner: service.partnerId }[split];
}

describe('numbers agree', () => {
  it('dashboard = list = raw SQL for 50 random questions of every role', async () => {
    const differences: unknown[] = [];
    const asked = { withRows: 0, acrossDst: 0, byRole: {} as Record<string, number> };
    for (let n = 0; n < 50; n++) {
      const question = await anyQuestion(n);
      const raw = await rawRows(question);
      const filter = filterOf(question);
      const { total } = await readAll(question.actor, { total: [countOperations, filter] });
      const rows = await listed(question.actor, filter);
      const board = await dashboardSays(question);
      asked.byRole[question.actor.role] = (asked.byRole[question.actor.role] ?? 0) + 1;
      if (raw.operations > 0) asked.withRows += 1;
      if (/-(03|10)/.test(question.days.from)) asked.acrossDst += 1;
      const same =
        total.operations === raw.operations &&
        (total.signedItems === null || total.signedItems === raw.signedItems) &&
        rows === Math.min(raw.operations, Math.max(rows, 500)) &&
        (board === null || (board.operations === raw.operations && [raw.signedItems, -1].includes(board.signedItems)));
      if (!same) differences.push({ ...question, actor: question.actor.role, raw, total, rows, board });
    }
    console.log(
      `agreement: generator mulberry32, seed ${seed}, 50 questions, ${JSON.stringify(asked)}, differences ${differences.length}`,
    );
    expect(differences).toEqual([]);
    expect(asked.withRows).toBeGreaterThanOrEqual(30);
    expect(asked.acrossDst).toBeGreaterThanOrEqual(5);
    for (const role of roles) expect(asked.byRole[role]).toBeGreaterThanOrEqual(10);
  }, 120_000);
});
