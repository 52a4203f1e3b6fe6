import { beforeEach, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { applyPartnerTypes } from '@/db/jobs/partner-types';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { todayIn } from '@/lib/clock';
import { addDays } from '@/lib/domain/consumption-calendar';
import { newId } from '@/lib/domain/ids';
import { registerOperations } from '../ingest/register';
import { runCommand, runMachine, runQuery } from '../run';
import { changePartnerType } from './change-type';
import { getPartner } from './get';

const superuser = asSuperuser();
const today = todayIn('Europe/Lisbon');
let tenants: Tenants;
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});
const administrator = () => actorOf(tenants.operators.administrator);
const alfa = () => tenants.partners.alfa.id;
const change = (version: number, more: object) =>
  runCommand(administrator(), changePartnerType, { id: alfa(), version, type: 'RESELLER', when: 'midnight', ...more });
const register = async (receivedAt: Date) => {
  const operation = {
    service: tenants.services.padaria.alias,
    externalReference: newId(),
    type: 'DOCUMENT',
    source: 'API_SYNC',
    status: 'RECEIVED',
    receivedAt: receivedAt.toISOString(),
    documents: [
      { sha256: 'a'.repeat(64), status: 'RECEIVED', stored: false, name: 'x.pdf', mimeType: 'application/pdf' },
    ],
  };
  await runMachine(registerOperations, { operations: [operation] } as never);
  const [row] = await superuser`select payer_kind from operations where external_ref = ${operation.externalReference}`;
  return row?.payer_kind;
};

describe('another type of a partner', () => {
  it('holds from the day that was chosen on, and what was registered stays', async () => {
    const yesterday = new Date(Date.now() - 24 * 3600_000);
    expect(await register(yesterday)).toBe('ISSUER');
    await change(1, {});
    expect(await runQuery(administrator(), getPartner, { id: alfa() })).toMatchObject({
      type: 'INTEGRATOR',
      nextType: { type: 'RESELLER', from: addDays(today, 1) },
    });
    expect(await register(new Date())).toBe('ISSUER');
    // The day comes.
    await superuser`update partner_types set from_day = ${today}::date where from_day > ${today}::date`;
    expect(await register(new Date())).toBe('PARTNER');
    expect(await register(yesterday), 'a late report of the day before').toBe('ISSUER');
    expect(await asMachine('system', 'write', applyPartnerTypes)).toBe(1);
    expect(await asMachine('system', 'write', applyPartnerTypes)).toBe(0);
    expect(await runQuery(administrator(), getPartner, { id: alfa() })).toMatchObject({
      type: 'RESELLER',
      nextType: null,
    });
  });

  it('may wait for the first of a month, be replaced, and be taken back before it comes', async () => {
    await change(1, { when: 'month' });
    const next = async () => (await runQuery(administrator(), getPartner, { id: alfa() })).nextType;
    expect((await next())?.from).toMatch(/-01$/);
    await change(2, {});
    expect((await next())?.from).toBe(addDays(today, 1));
    await change(3, { type: 'INTEGRATOR' });
    expect(await next()).toBeNull();
    await expect(change(3, {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is an administrator’s to choose', async () => {
    const input = { id: alfa(), version: 1, type: 'RESELLER', when: 'midnight' };
    await expect(runCommand(actorOf(tenants.operators.partner), changePartnerType, input)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
