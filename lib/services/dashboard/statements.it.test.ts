import { describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeIssuer, makeService } from '@/db/factories/companies';
import { makeOperation } from '@/db/factories/operations';
import { type Read, statementsOf } from '@/db/testing/statements';
import { makeTenants } from '@/db/testing/tenants';
import { consumptionSplits } from '@/lib/domain/consumption-choices';
import { needsToday } from '../home/needs';
import { attention, recent } from '../home/operations';
import { subjectRecords } from '../home/records';
import { todayFigures } from '../home/today';
import { ownViews } from '../home/views';
import { listSubjects } from '../subjects/list';
import { consumption } from './consumption';

const bare = (verb: Read): readonly [Read, unknown] => [verb, {}];

describe('the pages that sum up', () => {
  it('send at most six statements, as many for many rows as for few', async () => {
    const tenants = await asMachine('system', 'write', makeTenants);
    const { issuers, operators, services } = tenants;
    const auditor = actorOf(operators.auditor, { issuerIds: [issuers.padaria.id] });
    const companies = [operators.administrator, operators.partner, operators.issuer].map((each) => actorOf(each));
    const homes = [needsToday, todayFigures, ownViews, attention, recent].map(bare);
    const counts = async () => {
      const found: number[] = [];
      for (const actor of companies) {
        found.push(await statementsOf(actor, ...homes));
        for (const split of consumptionSplits) {
          const query = { months: 24, days: 90, split, compare: true, service: null, issuer: null, partner: null };
          found.push(await statementsOf(actor, [consumption, query]));
          found.push(await statementsOf(actor, [consumption, { ...query, issuer: issuers.padaria.id }]));
        }
      }
      const own = [listSubjects, subjectRecords, recent, ownViews].map(bare);
      return [...found, await statementsOf(auditor, ...own)];
    };

    await asMachine('system', 'write', (db) => makeOperation(db, services.padaria));
    const few = await counts();
    expect(Math.max(...few)).toBe(6);
    await asMachine('system', 'write', async (db) => {
      for (let n = 0; n < 12; n++) {
        const issuer = await makeIssuer(db, tenants.partners.alfa.id);
        for (const service of [await makeService(db, issuer), await makeService(db, issuer, { status: 'blocked' })]) {
          await makeOperation(db, service);
          await makeOperation(db, service, { status: 'FAILED' });
        }
      }
    });
    expect(await counts()).toEqual(few);
  });
});
