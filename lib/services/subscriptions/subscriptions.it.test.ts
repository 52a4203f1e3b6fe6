import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { newId } from '@/lib/domain/ids';
import { nifCheckDigit } from '@/lib/domain/nif';
import { runCommand, runQuery } from '../run';
import { approveSubscription } from './approve';
import { bundlesForGuests } from './bundles';
import { createIssuer, createPartner } from './create';
import { getSubscription } from './get';
import { subscriptionDirectory } from './list';
import { rejectSubscription } from './reject';
import { partnerOfLink, subscribeIssuer, subscribePartner } from './subscribe';

const superuser = asSuperuser();
let tenants: Tenants;
beforeAll(() => {
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
});
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});

const origin = { id: 'request', address: '203.0.113.7' };
const actor = (name: keyof Tenants['operators']) => actorOf(tenants.operators[name]);
const nif = () => {
  const eight = `5${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
  return `${eight}${nifCheckDigit(eight)}`;
};
const company = (more: object = {}) => ({
  country: 'PRT' as const,
  vat: nif(),
  name: 'Confeitaria “Ação”',
  email: `${newId()}@company.test`,
  invoiceAddress: 'Rua 1\nPorto',
  contact: 'Rita',
  language: 'pt' as const,
  operatorName: 'Rita Nova',
  operatorEmail: `${newId()}@new.test`,
  ...more,
});
const issuerOf = (more: object = {}) => ({ ...company(), bundle: 'STANDARD', partner: '', ...more });
const partnerOf = (more: object = {}) => ({ ...company(), type: 'INTEGRATOR' as const, ...more });
const rowOf = async (vat: string) => {
  const [row] = await superuser`select id, status, version, partner_id from issuers where code = ${`PRT.${vat}`}
    union all select id, status, version, id from partners where code = ${`PRT.${vat}`}`;
  return row as { id: string; status: string; version: number; partner_id: string } | undefined;
};
const mailsTo = async (address: string) =>
  (await superuser`select template from mails where to_address = ${address} order by created_at, id`).map(
    (row) => row.template,
  );
const subscribed = async (more: object = {}) => {
  const given = issuerOf(more);
  await subscribeIssuer(given, origin);
  const row = await rowOf(given.vat);
  if (!row) throw new Error('not there');
  return { ...given, ...row, version: Number(row.version) };
};
const pending = async (name: keyof Tenants['operators']) => {
  const asked = {
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
  };
  const page = { sort: 'newest', after: null, before: null, size: 100 };
  return (await runQuery(actor(name), subscriptionDirectory.list, { ...asked, ...page })).rows;
};

describe('a subscription', () => {
  it('keeps an issuer and its first operator, registered, and says by mail that it came', async () => {
    const { operatorEmail, status, partner_id, id } = await subscribed({ partner: tenants.partners.alfa.code });
    expect([status, partner_id]).toEqual(['registered', tenants.partners.alfa.id]);
    expect(await mailsTo(operatorEmail)).toEqual(['subscription_received']);
    const [operator] = await superuser`select role, status, issuer_id from operators where email = ${operatorEmail}`;
    expect(operator).toEqual({ role: 'issuer', status: 'registered', issuer_id: id });
  });

  it('keeps a partner too', async () => {
    const given = partnerOf();
    await subscribePartner(given, origin);
    expect(await rowOf(given.vat)).toMatchObject({ status: 'registered' });
  });

  it('of a company or an address that is known changes nothing, and is explained by mail alone', async () => {
    const first = await subscribed();
    const [before] =
      await superuser`select (select count(*) from issuers)::int as issuers, (select count(*) from operators)::int as operators`;
    for (const again of [
      issuerOf({ vat: first.vat }),
      issuerOf({ operatorEmail: tenants.operators.auditor.email.toUpperCase() }),
      issuerOf({ vat: tenants.partners.beta.code.slice(4) }),
    ]) {
      expect(await subscribeIssuer(again, origin)).toBeUndefined();
      expect((await mailsTo(again.operatorEmail)).at(-1)).toBe('subscription_duplicate');
    }
    const [after] =
      await superuser`select (select count(*) from issuers)::int as issuers, (select count(*) from operators)::int as operators`;
    expect(after).toEqual(before);
  });

  it('sent twice at once makes one company, and answers alike', async () => {
    const given = issuerOf();
    const answers = await Promise.all([subscribeIssuer(given, origin), subscribeIssuer(given, origin)]);
    expect(answers).toEqual([undefined, undefined]);
    expect((await mailsTo(given.operatorEmail)).sort()).toEqual(['subscription_duplicate', 'subscription_received']);
  });

  it('refuses a wrong number, a partner that is not there, and a bundle that is none', async () => {
    await expect(subscribeIssuer(issuerOf({ vat: '509442012' }), origin)).rejects.toMatchObject({
      fields: { vat: 'nif' },
    });
    for (const partner of ['PRT.000000000', 'nobody']) {
      await expect(subscribeIssuer(issuerOf({ partner }), origin)).rejects.toMatchObject({
        fields: { partner: 'partner_unknown' },
      });
    }
    await expect(subscribeIssuer(issuerOf({ bundle: 'GOLD' }), origin)).rejects.toMatchObject({
      fields: { bundle: 'choose' },
    });
  });

  it('takes the partner of a link by its code, and shows nobody else', async () => {
    const { alfa } = tenants.partners;
    expect(await partnerOfLink(alfa.code.toLowerCase())).toEqual({ name: 'Alfa', code: alfa.code });
    await superuser`update partners set status = 'suspended' where id = ${alfa.id}`;
    expect(await partnerOfLink(alfa.code)).toBeNull();
    expect((await bundlesForGuests('en')).map(({ code }) => code)).toEqual(['STANDARD', 'PREMIUM']);
  });

  it('leaves a guest no sight of any row', async () => {
    const [rights] = await superuser`select has_table_privilege('signstash_guest', 'issuers', 'select') as issuers,
      has_any_column_privilege('signstash_guest', 'operators', 'select') as operators,
      has_any_column_privilege('signstash_guest', 'mails', 'select') as mails`;
    expect(rights).toEqual({ issuers: false, operators: false, mails: false });
  });
});

describe('pending validations', () => {
  it('are seen by administrators and by the partner of the issuer', async () => {
    const { id } = await subscribed({ partner: tenants.partners.beta.code });
    const ids = async (name: keyof Tenants['operators']) => (await pending(name)).map(([each]) => each);
    expect(await ids('administrator')).toContain(id);
    expect(await ids('foreignPartner')).toContain(id);
    expect(await ids('partner')).not.toContain(id);
    await expect(pending('issuer')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(runQuery(actor('partner'), getSubscription, { id })).rejects.toMatchObject({ code: 'not_found' });
    expect(await runQuery(actor('foreignPartner'), getSubscription, { id })).toMatchObject({
      decides: true,
      kind: 'issuer',
    });
  });

  it('approved, the issuer is active with its first service, and its operator gets the link', async () => {
    const { alfa } = tenants.partners;
    const { id, vat, version, email, operatorEmail } = await subscribed({ partner: alfa.code });
    await runCommand(actor('administrator'), approveSubscription, { id, version });
    expect((await rowOf(vat))?.status).toBe('active');
    const [service] = await superuser`select alias, status, bundle from client_services where issuer_id = ${id}`;
    expect(service).toMatchObject({ status: 'active', bundle: 'STANDARD' });
    expect(service?.alias).toMatch(new RegExp(`^${alfa.code}-PRT\\.${vat}-[0-9a-f]{6}$`));
    expect(await mailsTo(email)).toEqual(['subscription_approved']);
    expect(await mailsTo(operatorEmail)).toEqual(['subscription_received', 'activation']);
  });

  it('of a direct issuer begin their alias with DIRECT', async () => {
    const { id, version } = await subscribed();
    await runCommand(actor('administrator'), approveSubscription, { id, version });
    const [service] = await superuser`select alias from client_services where issuer_id = ${id}`;
    expect(service?.alias).toMatch(/^DIRECT-PRT\.\d{9}-[0-9a-f]{6}$/);
  });

  it('are decided by a reseller for its own, not by an integrator, not for others', async () => {
    const ofReseller = await subscribed({ partner: tenants.partners.beta.code });
    const ofIntegrator = await subscribed({ partner: tenants.partners.alfa.code });
    const decide = (name: keyof Tenants['operators'], { id, version }: { id: string; version: number }) =>
      runCommand(actor(name), approveSubscription, { id, version });
    await expect(decide('partner', ofIntegrator)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decide('foreignPartner', ofIntegrator)).rejects.toMatchObject({ code: 'not_found' });
    await decide('foreignPartner', ofReseller);
  });

  it('have one effect when two decide at once, or again', async () => {
    const { id, version, vat } = await subscribed();
    const ends = await Promise.allSettled([
      runCommand(actor('administrator'), approveSubscription, { id, version }),
      runCommand(actor('administrator'), rejectSubscription, { id, version, reason: 'late' }),
      runCommand(actor('administrator'), approveSubscription, { id, version }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const [services] = await superuser`select count(*)::int as n from client_services where issuer_id = ${id}`;
    expect(services?.n).toBe((await rowOf(vat))?.status === 'active' ? 1 : 0);
    await expect(
      runCommand(actor('administrator'), approveSubscription, { id, version: version + 1 }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('rejected, company and operator are gone, with the reason by mail', async () => {
    const { id, version, vat, operatorEmail } = await subscribed();
    await expect(
      runCommand(actor('administrator'), rejectSubscription, { id, version, reason: ' ' }),
    ).rejects.toMatchObject({
      code: 'invalid',
    });
    await runCommand(actor('administrator'), rejectSubscription, { id, version, reason: 'No contract' });
    expect((await rowOf(vat))?.status).toBe('deleted');
    const [operator] = await superuser`select status from operators where email = ${operatorEmail}`;
    expect(operator?.status).toBe('deleted');
    expect((await mailsTo(operatorEmail)).at(-1)).toBe('subscription_rejected');
  });
});

describe('a company that is made', () => {
  it('by an administrator or a reseller is active at once, by an integrator awaits validation', async () => {
    for (const [name, partner, status] of [
      ['administrator', '', 'active'],
      ['administrator', tenants.partners.alfa.code, 'active'],
      ['foreignPartner', '', 'active'],
      ['partner', '', 'registered'],
    ] as const) {
      const given = issuerOf({ partner });
      await runCommand(actor(name), createIssuer, given);
      expect(await rowOf(given.vat), `${name} ${partner}`).toMatchObject({ status });
    }
    await expect(runCommand(actor('issuer'), createIssuer, issuerOf())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('by a partner is its own, whatever code is posted', async () => {
    const given = issuerOf({ partner: tenants.partners.alfa.code });
    await runCommand(actor('foreignPartner'), createIssuer, given);
    expect((await rowOf(given.vat))?.partner_id).toBe(tenants.partners.beta.id);
  });

  it('is refused in the same words for a number that is taken anywhere', async () => {
    for (const vat of [tenants.issuers.foreign.code.slice(4), tenants.partners.alfa.code.slice(4)]) {
      await expect(runCommand(actor('partner'), createIssuer, issuerOf({ vat }))).rejects.toMatchObject({
        fields: { vat: 'company_taken' },
      });
    }
    await expect(
      runCommand(actor('partner'), createIssuer, issuerOf({ operatorEmail: tenants.operators.auditor.email })),
    ).rejects.toMatchObject({ fields: { operatorEmail: 'account_taken' } });
  });

  it('may be a partner, for administrators', async () => {
    const given = partnerOf({ type: 'RESELLER' });
    await runCommand(actor('administrator'), createPartner, given);
    expect(await rowOf(given.vat)).toMatchObject({ status: 'active' });
    expect(await mailsTo(given.operatorEmail)).toEqual(['activation']);
    await expect(runCommand(actor('partner'), createPartner, partnerOf())).rejects.toMatchObject({ code: 'forbidden' });
  });
});
