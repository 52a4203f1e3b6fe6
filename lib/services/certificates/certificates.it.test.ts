import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { bakerOf, begun, enrolled, enterAuthority, openStage } from '@/db/testing/authority-stage';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { accessStateOf, usualRule } from '@/lib/domain/certificate';
import type * as Env from '@/lib/env';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { runCommand, runQuery } from '../run';
import { chooseCurrent, createWallet, deleteWallet, renameWallet } from '../wallets/change';
import { getWallet } from '../wallets/get';
import { beginRenewal } from './begin';
import { cancelFlow, chooseCredential } from './choose';
import { editCertificate } from './edit';
import { certificateFile } from './file';
import { getFlow } from './flow';
import { getCertificate } from './get';
import { certificateDirectory } from './list';
import { certificateWarnings } from './warnings';
import { watchCertificates } from './watch';

const settings = vi.hoisted(() => ({
  SIGNSTASH_SANDBOX_URL: undefined as string | undefined,
  SIGNSTASH_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
}));
vi.mock('@/lib/env', async (original) => {
  const real = await original<typeof Env>();
  return { ...real, env: () => ({ ...real.env(), ...settings }) };
});

let sandbox: Sandbox;
let tenants: Tenants;
let baker: ReturnType<typeof bakerOf>;
let certificate: string;
let authority: string;
const superuser = asSuperuser();
beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'error');
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough for it');
  sandbox = await openStage();
  settings.SIGNSTASH_SANDBOX_URL = sandbox.state.baseUrl;
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.state.pki.restore(sandbox.state.credentials.get('seal-ec')?.serial ?? '');
  tenants = await asMachine('system', 'write', makeTenants);
  authority = await enterAuthority(tenants, sandbox);
  baker = bakerOf(tenants);
  certificate = (await enrolled(sandbox, baker, place(), 'seal-ec')).certificateId;
});
const place = () => ({ authority, wallet: tenants.issuers.padaria.walletId });
const actor = (name: keyof Tenants['operators']) => actorOf(tenants.operators[name]);
const get = (who = baker) => runQuery(who, getCertificate, { id: certificate });
const daysLeft = (days: number) =>
  superuser`update certificate_grants set expires_at = now() + ${days} * interval '1 day' where certificate_id = ${certificate}`;
const mails = () =>
  superuser`select template, to_address from mails where issuer_id = ${tenants.issuers.padaria.id} and template like 'certificate%'`;

describe('a certificate', () => {
  it('is seen by its issuer, its partner and administrators, and is not there for others', async () => {
    for (const name of ['administrator', 'partner', 'issuer'] as const)
      expect((await get(actor(name))).id).toBe(certificate);
    await expect(get(actor('foreignPartner'))).rejects.toMatchObject({ code: 'not_found' });
    await expect(get(actor('auditor'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is renewed by its own issuer alone', async () => {
    for (const name of ['administrator', 'partner'] as const)
      await expect(runCommand(actor(name), beginRenewal, { id: certificate })).rejects.toMatchObject({
        code: 'forbidden',
      });
    const stranger = actorOf(tenants.operators.issuer, { issuerId: tenants.issuers.sibling.id });
    await expect(runCommand(stranger, beginRenewal, { id: certificate })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('takes another alias and wallet, and leaves the wallet that it was the current one of without', async () => {
    const { id: spare } = await runCommand(baker, createWallet, { name: 'Spare' });
    const { version } = await get();
    await runCommand(baker, editCertificate, { id: certificate, version, alias: 'Seal', wallet: spare });
    expect(await get()).toMatchObject({ alias: 'Seal', wallet: { id: spare, current: true } });
    expect((await runQuery(baker, getWallet, { id: place().wallet })).currentId).toBeNull();
    await expect(
      runCommand(baker, editCertificate, { id: certificate, version, alias: 'x', wallet: spare }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is handed out as PEM, with those above it when asked for', async () => {
    const one = await runQuery(baker, certificateFile, { id: certificate, part: 'certificate' });
    const all = await runQuery(baker, certificateFile, { id: certificate, part: 'chain' });
    expect(one.text.match(/BEGIN CERTIFICATE/g)).toHaveLength(1);
    expect(all.text.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
  });

  it('is in the state that the rule says, in the list as on its page', async () => {
    const asked = { search: null, statuses: [], roles: [], types: [], states: [], bundle: null, partner: null };
    const page = { issuer: tenants.issuers.padaria.id, authority: null, wallet: null };
    const order = { sort: 'name', after: null, before: null, size: 50 };
    for (const days of [-1, 0.1, 6.9, 7.1, 59])
      for (const used of [0, 899_999_999, 900_000_000, 999_999_999, 1_000_000_000]) {
        await daysLeft(days);
        await superuser`update certificate_grants set taken = ${used} where certificate_id = ${certificate}`;
        const { rows } = (await runQuery(baker, certificateDirectory.list, { ...asked, ...page, ...order })) as {
          rows: readonly (readonly unknown[])[];
        };
        const now = Date.now();
        const facts = { expiresAt: now + days * 86_400_000, used, limit: 1_000_000_000, revoked: false };
        const wanted = accessStateOf(facts, usualRule, now);
        expect([days, used, rows[0]?.[6], (await get()).access.state]).toEqual([days, used, wanted, wanted]);
      }
  });

  it('tells who enrols nothing of a flow of others', async () => {
    const flow = await begun(baker, place());
    const stranger = actorOf(tenants.operators.issuer, { issuerId: tenants.issuers.sibling.id });
    const absent = { code: 'not_found' };
    await expect(runQuery(stranger, getFlow, { id: flow })).rejects.toMatchObject(absent);
    await expect(runCommand(stranger, chooseCredential, { flow, credential: 'seal-web' })).rejects.toMatchObject(
      absent,
    );
    await expect(runCommand(stranger, cancelFlow, { flow })).rejects.toMatchObject(absent);
  });
});

describe('a wallet', () => {
  it('is renamed, chosen from and deleted while it is empty; the one that every issuer has stays', async () => {
    const { id } = await runCommand(baker, createWallet, { name: 'Spare' });
    await expect(runCommand(baker, createWallet, { name: 'spare' })).rejects.toMatchObject({
      fields: { name: 'taken' },
    });
    await runCommand(baker, renameWallet, { id, version: 1, name: 'Other' });
    const { wallet } = place();
    const { version } = await runQuery(baker, getWallet, { id: wallet });
    const forbidden = { code: 'forbidden' };
    await expect(runCommand(baker, deleteWallet, { id: wallet, version })).rejects.toMatchObject(forbidden);
    await expect(runCommand(baker, renameWallet, { id: wallet, version, name: 'x' })).rejects.toMatchObject(forbidden);
    await runCommand(baker, chooseCurrent, { id: wallet, version, certificate });
    await expect(runCommand(baker, chooseCurrent, { id, version: 2, certificate })).rejects.toMatchObject({
      fields: { certificate: 'choose' },
    });
    await runCommand(baker, deleteWallet, { id, version: 2 });
    await expect(runQuery(baker, getWallet, { id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('waits for an enrolment that is to end in it, and not for its history', async () => {
    const { id: spare } = await runCommand(baker, createWallet, { name: 'For a while' });
    const flow = await begun(baker, { ...place(), wallet: spare });
    const gone = () => runCommand(baker, deleteWallet, { id: spare, version: 1 });
    await expect(gone()).rejects.toMatchObject({ fields: { id: 'wallet_in_use' } });
    await runCommand(baker, cancelFlow, { flow });
    await gone();
  });
});

describe('the daily look', () => {
  it('says nothing while there is time, one mail a day from the seventh day on, and one when it is over', async () => {
    await watchCertificates();
    expect(await mails()).toHaveLength(0);
    await daysLeft(6.5);
    await watchCertificates();
    await watchCertificates();
    expect((await mails()).map(({ template }) => template)).toEqual(['certificate_expiring']);
    await superuser`update certificate_grants set warned_on = '2020-01-01' where certificate_id = ${certificate}`;
    await watchCertificates();
    expect(await mails()).toHaveLength(2);
    await daysLeft(-1);
    await watchCertificates();
    await watchCertificates();
    expect((await mails()).map(({ template }) => template).sort()).toEqual([
      'certificate_expiring',
      'certificate_expiring',
      'certificate_over',
    ]);
  });

  it('learns of a revocation, and the banner names what stops', async () => {
    sandbox.state.pki.revoke(sandbox.state.credentials.get('seal-ec')?.serial ?? '');
    await superuser`update client_services set wallet_id = ${place().wallet} where id = ${tenants.services.padaria.id}`;
    await watchCertificates();
    expect((await get()).x509).toBe('revoked');
    const [warning] = await runQuery(baker, certificateWarnings, {});
    expect(warning).toMatchObject({ id: certificate, x509: 'revoked', services: [tenants.services.padaria.alias] });
  });
});

it('nothing that is secret is readable in the database, once granted or on the way', async () => {
  const flow = await begun(baker, place());
  await runCommand(baker, chooseCredential, { flow, credential: 'seal-2027' });
  const secrets = [
    ...sandbox.state.sads.keys(),
    ...sandbox.state.tokens.keys(),
    ...sandbox.state.refreshTokens.keys(),
    sandbox.state.client.secret,
  ];
  const tables =
    await superuser`select table_name as name from information_schema.tables where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const [schema] =
      await superuser`select table_schema as s from information_schema.tables where table_name = ${name} limit 1`;
    const rows = await superuser.unsafe(`select t::text as row from ${schema?.s}.${name} t`);
    const text = rows.map(({ row }) => String(row)).join('\n');
    const found = secrets.filter((each) => text.includes(each) || text.includes(Buffer.from(each).toString('hex')));
    expect([name, found]).toEqual([name, []]);
  }
});
