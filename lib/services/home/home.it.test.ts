import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeAuditAccess, makeIssuer, makeService } from '@/db/factories/companies';
import { makeOperation } from '@/db/factories/operations';
import { usageDay, usagePartnerDay } from '@/db/schema';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { newId } from '@/lib/domain/ids';
import { readOperationPage } from '@/lib/domain/operation-filter';
import { countOperations } from '../operations/count';
import { runQuery } from '../run';
import { needsToday } from './needs';
import { attention } from './operations';
import { subjectRecords } from './records';
import { todayFigures, troubleParams } from './today';
import { ownViews } from './views';

const today = todayIn('Europe/Lisbon');
const superuser = asSuperuser();
type Service = Awaited<ReturnType<typeof makeService>>;
let tenants: Tenants;
let stopped: Service;
let busy: Service;
let unused: Service;
let halted: Service;
let blocked: Awaited<ReturnType<typeof makeIssuer>>;

/** Days of use, each with ten operations, as the fold leaves them. */
async function used(service: Service, days: readonly number[]) {
  const owner = { partnerId: service.partnerId, issuerId: service.issuerId, serviceId: service.id };
  const rows = days.map((back) => ({
    ...owner,
    payerKind: 'ISSUER' as const,
    payerId: service.issuerId,
    day: addDays(today, -back),
    completed: 10,
    signedDocuments: 10,
  }));
  const { partnerId } = service;
  const byPartner = rows.map(({ day }) => ({
    partnerId,
    day,
    status: 'COMPLETED' as const,
    operations: 10,
    signedDocuments: 10,
  }));
  await asMachine('system', 'write', async (db) => {
    await db.insert(usageDay).values(rows);
    await db.insert(usagePartnerDay).values(byPartner).onConflictDoNothing();
  });
}

beforeAll(async () => {
  await asMachine('system', 'write', async (db) => {
    tenants = await makeTenants(db);
    const { padaria, foreign } = tenants.issuers;
    stopped = await makeService(db, padaria, { name: 'Stopped' });
    busy = await makeService(db, padaria, { name: 'Busy' });
    unused = await makeService(db, padaria, { name: 'Unused' });
    halted = await makeService(db, padaria, { name: 'Halted', status: 'suspended' });
    blocked = await makeIssuer(db, tenants.partners.alfa.id, { name: 'Shut', status: 'blocked' });
    await makeService(db, blocked);
    for (let n = 0; n < 6; n++) await makeService(db, foreign, { status: 'blocked' });
    await makeAuditAccess(db, padaria, tenants.operators.idleAuditor.id, { from: '2020-01-01', to: addDays(today, 3) });
    const { padaria: failing } = tenants.services;
    for (let n = 0; n < 3; n++) await makeOperation(db, failing, { status: 'FAILED', error: '2.1.3' });
    await makeOperation(db, failing, { status: 'COMPLETED_WITH_ERRORS' });
    await makeOperation(db, failing, { status: 'FAILED', type: 'TEST' });
  });
  await superuser`update client_services set created_at = now() - interval '30 days' where id in ${superuser([unused.id, busy.id])}`;
  await used(stopped, [9, 10, 11, 12, 13, 16, 17, 18, 19]);
  await used(busy, [1, 9, 10, 11, 12, 13, 16, 17, 18, 19]);
});

const needsOf = async (role: keyof Tenants['operators']) => runQuery(actorOf(tenants.operators[role]), needsToday, {});

describe('what needs an operator today', () => {
  it('is for an issuer its services that stopped, halt or were never used, what fails now, and accesses that end', async () => {
    const { needs, failing } = await needsOf('issuer');
    expect(needs.map(({ kind, id, owner }) => [kind, id, owner])).toEqual([
      ['stopped', stopped.id, null],
      ['halted', halted.id, null],
      ['grant', expect.any(String), null],
      ['unused', unused.id, null],
    ]);
    expect(needs[0]?.day).toBe(addDays(today, -9));
    expect(needs[2]?.day).toBe(addDays(today, 3));
    expect(failing).toMatchObject([{ code: '2.1.3', lastHour: 3 }]);
  });

  it('is for a partner what lies under it, with its issuers that sign nothing', async () => {
    const { needs } = await needsOf('partner');
    expect(needs.map(({ kind, name }) => [kind, name])).toEqual([
      ['stopped', 'Stopped'],
      ['halted', 'Halted'],
      ['issuer', 'Shut'],
      ['unused', 'Unused'],
    ]);
    expect(needs[0]?.owner).toBe('Padaria');
  });

  it('names few of a kind and counts them all', async () => {
    const { needs, failing } = await needsOf('foreignPartner');
    expect(needs).toHaveLength(4);
    expect(needs.every(({ kind, ofKind }) => kind === 'halted' && ofKind === 6)).toBe(true);
    expect(failing).toEqual([]);
    expect((await needsOf('administrator')).needs.find(({ kind }) => kind === 'halted')?.ofKind).toBe(7);
  });
});

describe('the figures of the home page', () => {
  it.each(['administrator', 'partner', 'issuer'] as const)('are those of the list for the role %s', async (role) => {
    const actor = actorOf(tenants.operators[role]);
    const { week, days, figures } = await runQuery(actor, todayFigures, {});
    const { page } = readOperationPage(troubleParams(today), today);
    const { sort: _s, after: _a, before: _b, size: _n, ...filter } = page;
    const { operations } = await runQuery(actor, countOperations, filter);
    expect([week.troubled, operations]).toEqual([4, 4]);
    expect(await runQuery(actor, attention, {})).toHaveLength(4);
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toEqual([today, figures.signedItems]);
    expect(days.at(-2)?.[1]).toBe(10);
  });
});

describe('the home of an auditor', () => {
  it('counts the records of each granted taxpayer and of nobody else', async () => {
    const issuerId = tenants.issuers.padaria.id;
    const granted = actorOf(tenants.operators.auditor, { issuerIds: [issuerId] });
    expect(Object.keys((await runQuery(granted, subjectRecords, {})).byIssuer)).toEqual([issuerId]);
    expect((await runQuery(actorOf(tenants.operators.idleAuditor), subjectRecords, {})).byIssuer).toEqual({});
  });
});

describe('saved views on the home page', () => {
  it("are one's own, of every list that there is", async () => {
    const { issuer, partner } = tenants.operators;
    const view = { list: 'operations', query: 'status=FAILED' };
    for (const [operator, list] of [
      [issuer, 'operations'],
      [issuer, 'gone'],
      [partner, 'operations'],
    ] as const) {
      await superuser`insert into saved_views (id, operator_id, list, name, query) values (${newId()}, ${operator.id}, ${list}, ${list}, ${view.query})`;
    }
    expect(await runQuery(actorOf(issuer), ownViews, {})).toMatchObject([{ ...view, name: 'operations' }]);
  });
});
