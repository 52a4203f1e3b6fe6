import { asActor, asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { operators } from '@/db/schema';
import { todayIn } from '@/lib/clock';
import type { Actor } from '@/lib/domain/actor';
import { addDays } from '@/lib/domain/consumption-calendar';
import { readOperationPage } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';
import { everyOwner } from '@/lib/services/dashboard/owners';
import { usageRows } from '@/lib/services/dashboard/usage-rows';
import { countOperations } from '@/lib/services/operations/count';
import { listOperations } from '@/lib/services/operations/list';
import { readAll } from '@/lib/services/read-all';
import type { BenchContext } from './context';
import { alternately } from './load';
import { atMost, type Result } from './table';

/** Rounds whose median is that of a process at work: the first dozens run uncompiled JavaScript. */
const enough = 200;

const ms = ([one, other]: [number, number]): string => `${one.toFixed(2)} ms / ${other.toFixed(2)} ms`;

/** An actor of the demo, as a fresh session would give it. */
export async function demoActor(email: string): Promise<Actor> {
  const people = await asMachine('system', 'read', (db) => db.select().from(operators));
  const person = people.find((each) => each.email === email);
  if (!person) throw new Error(`${email} is missing: seed the demonstration first`);
  return actorOf(person);
}

/** P4, P5: deep pages and totals of the list; P6, P7, P8: roll-ups against raw rows of the same database. */
export async function queries({ sql }: BenchContext): Promise<Result[]> {
  const administrator = await demoActor('admin@demo.test');
  return [...(await lists(administrator, sql)), ...(await rollUps(administrator, sql))];
}

async function lists(actor: Actor, sql: BenchContext['sql']): Promise<Result[]> {
  const today = todayIn(env().SIGNSTASH_TIME_ZONE);
  const { page } = readOperationPage({}, today);
  const depth = 2_000 * page.size;
  const [deep] = await sql`select id from operations where type <> 'TEST' and received_at >= ${page.from}::date
    order by received_at desc, id desc offset ${depth} limit 1`;
  if (!deep) throw new Error(`the 90-day window holds fewer than ${depth} operations: seed more (--operations)`);
  const { sort: _sort, after: _after, before: _before, size: _size, ...filter } = page;
  const first = () => readAll(actor, { rows: [listOperations, page] });
  const later = () => readAll(actor, { rows: [listOperations, { ...page, after: deep.id }] });
  const counted = () => readAll(actor, { rows: [listOperations, page], total: [countOperations, filter] });
  const depths = await alternately(later, first, enough);
  const totals = await alternately(counted, first, enough);
  return [
    atMost('P4', '2,000 pages deep, to page 1', depths[0] / depths[1], 1.2, ms(depths)),
    atMost('P5', 'list with its total, to without', totals[0] / totals[1], 1.3, ms(totals)),
  ];
}

async function rollUps(administrator: Actor, sql: BenchContext['sql']): Promise<Result[]> {
  const today = todayIn(env().SIGNSTASH_TIME_ZONE);
  const year = { from: addDays(today, -395), to: today };
  const [hot] =
    await sql`select service_id, issuer_id, partner_id from usage_day group by 1, 2, 3 order by sum(completed) desc limit 1`;
  const issuer: Actor = { ...administrator, role: 'issuer', partnerId: hot?.partner_id, issuerId: hot?.issuer_id };
  const partner: Actor = { ...administrator, role: 'partner', partnerId: hot?.partner_id };
  const service = { service: hot?.service_id, issuer: null, partner: null };
  const usage = (actor: Actor, split: 'none' | 'service' | 'status', period: 'day' | 'month', only = everyOwner) =>
    asActor(actor, 'read', (db) => usageRows(db, actor, { split, period, days: year, only }));
  const raw = (where: string, key: string, values: string[]) => () =>
    sql.unsafe(
      `select ${key}, sum(signed_count), count(*), count(*) filter (where status = 'FAILED') from operations where type <> 'TEST' and local_day between $1 and $2
       and received_at >= $1::date - 1 and received_at < $2::date + 2 ${where} group by ${key}`,
      [year.from, year.to, ...values],
      { prepare: true },
    );
  const byDay = await alternately(
    () => usage(issuer, 'none', 'day', service),
    raw('and service_id = $3', 'local_day', [hot?.service_id]),
    60,
  );
  const byService = await alternately(
    () => usage(partner, 'service', 'month'),
    raw('and partner_id = $3', `service_id, to_char(local_day, 'YYYY-MM')`, [hot?.partner_id]),
    9,
  );
  const whole = await alternately(
    () => usage(administrator, 'status', 'month'),
    raw('', `status, to_char(local_day, 'YYYY-MM')`, []),
    7,
  );
  return [
    atMost('P6', 'one service by day, 13 months, to raw SQL', byDay[0] / byDay[1], 1 / 100, ms(byDay)),
    atMost('P7', 'partner by service and month, to raw SQL', byService[0] / byService[1], 1 / 6, ms(byService)),
    atMost('P8', 'whole system by month and status, to raw SQL', whole[0] / whole[1], 1 / 50, ms(whole)),
  ];
}
