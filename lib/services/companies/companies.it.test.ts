import { beforeEach, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { openSession } from '@/db/gate/sessions';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { actorOfSession } from '@/lib/auth/session-actor';
import { newId } from '@/lib/domain/ids';
import { changeIssuerStatus } from '../issuers/change-status';
import { editIssuer } from '../issuers/edit';
import { getIssuer } from '../issuers/get';
import { issuerDirectory } from '../issuers/list';
import { changePartnerStatus } from '../partners/change-status';
import { editPartner } from '../partners/edit';
import { getPartner } from '../partners/get';
import { partnerDirectory } from '../partners/list';
import { runCommand, runQuery } from '../run';

let tenants: Tenants;
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});

type Name = keyof Tenants['operators'];
const actor = (name: Name, more: { readOnly?: boolean } = {}) => ({ ...actorOf(tenants.operators[name]), ...more });
const signIn = async (name: Name) => {
  const token = newId();
  const { id: operatorId } = tenants.operators[name];
  const session = { id: newId(), operatorId, token, seconds: 3600, address: '127.0.0.1', userAgent: 'Firefox' };
  await asMachine('gate', 'write', (db) => openSession(db, session));
  return token;
};
const standing = (token: string) => actorOfSession(token, { id: 'x', address: '127.0.0.1' });
const contact = {
  email: 'geral@padaria.example',
  invoiceAddress: 'Rua do Forno 18\r\n3700-121 São João da Madeira',
  contact: 'Inês Gonçalves',
  language: 'en',
} as const;
const filter = {
  search: null,
  statuses: [],
  roles: [],
  types: [],
  states: [],
  bundle: null,
  authority: null,
  wallet: null,
  partner: null,
  issuer: null,
  sort: 'name',
  after: null,
  before: null,
  size: 100,
} as const;

describe('companies in their lists', () => {
  it('are those in scope, and the house partner is nowhere', async () => {
    const { padaria, sibling, foreign } = tenants.issuers;
    const issuersOf = async (name: Name) => {
      const { rows } = await runQuery(actor(name), issuerDirectory.list, filter);
      return rows.map(([id]) => id).filter((id) => [padaria.id, sibling.id, foreign.id].includes(id));
    };
    expect(await issuersOf('administrator')).toHaveLength(3);
    expect((await issuersOf('partner')).sort()).toEqual([padaria.id, sibling.id].sort());
    await expect(issuersOf('issuer')).rejects.toMatchObject({ code: 'forbidden' });
    const { rows } = await runQuery(actor('administrator'), partnerDirectory.list, filter);
    expect(rows.some(([, , , , type]) => !['INTEGRATOR', 'RESELLER'].includes(type))).toBe(false);
    await expect(runQuery(actor('partner'), partnerDirectory.list, filter)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('are found by any part of name, code or address, and % and _ are letters', async () => {
    const found = async (search: string) =>
      (await runQuery(actor('partner'), issuerDirectory.list, { ...filter, search })).rows.map(([, name]) => name);
    expect(await found('PADA')).toEqual(['Padaria']);
    expect(await found(tenants.issuers.sibling.code.slice(4))).toEqual(['Sibling']);
    expect(await found('%')).toEqual([]);
    expect(await found('Foreign')).toEqual([]);
  });
});

describe('one company', () => {
  it('says what hangs on it, and what may be done by whom asks', async () => {
    const { id } = tenants.issuers.padaria;
    expect(await runQuery(actor('partner'), getIssuer, { id })).toMatchObject({
      name: 'Padaria',
      partner: { name: 'Alfa' },
      dependents: { services: 1, operators: 1, perDay: 0 },
      accesses: 1,
      transitions: ['blocked'],
      edits: 'all',
    });
    expect(await runQuery(actor('issuer'), getIssuer, { id })).toMatchObject({
      transitions: ['suspended'],
      edits: 'contact',
    });
  });

  it('is absent for whom it is foreign', async () => {
    const { foreign, sibling } = tenants.issuers;
    for (const [who, id] of [
      ['partner', foreign.id],
      ['issuer', sibling.id],
      ['issuer', newId()],
    ] as const) {
      await expect(runQuery(actor(who), getIssuer, { id })).rejects.toMatchObject({ code: 'not_found' });
    }
    const { beta, alfa } = tenants.partners;
    await expect(runQuery(actor('partner'), getPartner, { id: beta.id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await runQuery(actor('partner'), getPartner, { id: alfa.id })).toMatchObject({
      issuers: 2,
      edits: 'contact',
    });
  });

  it('takes contact data from its own operators, the name by rank', async () => {
    const { id, name } = tenants.issuers.padaria;
    await runCommand(actor('issuer'), editIssuer, { id, version: 1, ...contact });
    await runCommand(actor('issuer'), editIssuer, { id, version: 2, name, ...contact, contact: 'Outra' });
    expect(await runQuery(actor('partner'), getIssuer, { id })).toMatchObject({
      invoiceAddress: 'Rua do Forno 18\n3700-121 São João da Madeira',
      contact: 'Outra',
      version: 3,
    });
    const rename = (who: Name, version: number) =>
      runCommand(actor(who), editIssuer, { id, version, name: 'Padaria Nova', ...contact });
    await expect(rename('issuer', 3)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(rename('partner', 2)).rejects.toMatchObject({ code: 'conflict' });
    await rename('partner', 3);
    const { alfa } = tenants.partners;
    const renamed = { id: alfa.id, version: 1, name: 'Alfa Nova', ...contact };
    await expect(runCommand(actor('partner'), editPartner, renamed)).rejects.toMatchObject({ code: 'forbidden' });
    await runCommand(actor('administrator'), editPartner, renamed);
  });

  it('says at which field an edit is at fault', async () => {
    const { id } = tenants.issuers.padaria;
    const wrong = { ...contact, email: 'geral padaria', contact: '', invoiceAddress: '\u202e' };
    await expect(runCommand(actor('issuer'), editIssuer, { id, version: 1, ...wrong })).rejects.toMatchObject({
      code: 'invalid',
      fields: { email: 'email', contact: 'required', invoiceAddress: 'characters' },
    });
  });
});

describe('the status of a company', () => {
  const change = (who: Name, status: string, version: number, more: { reason?: string; readOnly?: boolean } = {}) =>
    runCommand(actor(who, { readOnly: more.readOnly ?? false }), changeIssuerStatus, {
      id: tenants.issuers.padaria.id,
      version,
      status,
      reason: more.reason ?? (status === 'active' ? '' : 'Asked by the client'),
    });

  it('blocked by its partner: its operators are out at once, and the partner brings it back', async () => {
    const token = await signIn('issuer');
    expect(await standing(token)).not.toBeNull();
    await change('partner', 'blocked', 1);
    expect(await standing(token)).toBeNull();
    await expect(change('issuer', 'active', 2)).rejects.toMatchObject({ code: 'forbidden' });
    await change('partner', 'active', 2);
    expect(await standing(token)).toBeNull();
    expect(await standing(await signIn('issuer'))).toMatchObject({ readOnly: false });
  });

  it('blocked by an administrator: its partner may not bring it back', async () => {
    await change('administrator', 'blocked', 1);
    await expect(change('partner', 'active', 2)).rejects.toMatchObject({ code: 'forbidden' });
    await change('administrator', 'active', 2);
  });

  it('suspended: its operators may look, and do nothing but bring it back', async () => {
    const token = await signIn('issuer');
    await change('issuer', 'suspended', 1);
    expect(await standing(token)).toMatchObject({ readOnly: true });
    const { id } = tenants.issuers.padaria;
    const edit = { id, version: 2, ...contact };
    await expect(runCommand(actor('issuer', { readOnly: true }), editIssuer, edit)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await change('issuer', 'active', 2, { readOnly: true });
    expect(await standing(token)).toMatchObject({ readOnly: false });
  });

  it('of an issuer that its partner blocked: the partner, suspended itself, may not bring it back', async () => {
    await change('partner', 'blocked', 1);
    const { id } = tenants.issuers.padaria;
    const suspended = actor('partner', { readOnly: true });
    expect((await runQuery(suspended, getIssuer, { id })).transitions).toEqual([]);
    await expect(change('partner', 'active', 2, { readOnly: true })).rejects.toMatchObject({ code: 'forbidden' });
    await change('partner', 'active', 2);
  });

  it('wants a reason for what stops it, and refuses the second of two at once', async () => {
    await expect(change('partner', 'blocked', 1, { reason: '' })).rejects.toMatchObject({
      fields: { reason: 'required' },
    });
    const outcomes = await Promise.allSettled([
      change('partner', 'blocked', 1),
      change('administrator', 'suspended', 1),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  it('of a partner: blocked, the operators of its issuers are out too', async () => {
    const tokens = [await signIn('partner'), await signIn('issuer')];
    const { id } = tenants.partners.alfa;
    const block = { id, version: 1, status: 'blocked', reason: 'Unpaid' };
    await expect(runCommand(actor('partner'), changePartnerStatus, block)).rejects.toMatchObject({ code: 'forbidden' });
    await runCommand(actor('administrator'), changePartnerStatus, block);
    expect(await Promise.all(tokens.map(standing))).toEqual([null, null]);
    await runCommand(actor('administrator'), changePartnerStatus, { id, version: 2, status: 'active', reason: '' });
    expect(await Promise.all(tokens.map(standing))).toEqual([null, null]);
  });
});
