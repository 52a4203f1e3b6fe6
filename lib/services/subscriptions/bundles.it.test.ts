import { beforeEach, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { editIssuer } from '../issuers/edit';
import { runCommand, runQuery } from '../run';
import { listBundles } from './bundles';
import { editedBundles, saveBundle } from './save-bundle';

let tenants: Tenants;
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});
const actor = (name: keyof Tenants['operators']) => actorOf(tenants.operators[name]);
const gold = { code: 'GOLD', version: 0, namePt: 'Ouro', nameEn: 'Gold', signatures: 50_000, custody: 'on' };

it('bundles are made and edited by administrators, once for two who do it at once', async () => {
  const ends = await Promise.allSettled([
    runCommand(actor('administrator'), saveBundle, gold),
    runCommand(actor('administrator'), saveBundle, gold),
  ]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await runCommand(actor('administrator'), saveBundle, { ...gold, version: 1, signatures: 60_000, custody: undefined });
  const made = (await runQuery(actor('administrator'), editedBundles, {})).find(({ code }) => code === 'GOLD');
  expect(made).toEqual({ ...gold, version: 2, signatures: 60_000, custody: false });
  expect((await runQuery(actor('issuer'), listBundles, { language: 'pt' })).map(({ name }) => name)).toContain('Ouro');
  await expect(runCommand(actor('partner'), saveBundle, { ...gold, code: 'X1' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

it('an issuer’s bundle is changed by its partner, not by itself, and only to one that is there', async () => {
  const { id } = tenants.issuers.padaria;
  const edit = { id, version: 1, email: 'a@b.test', invoiceAddress: 'x', contact: 'x', language: 'pt' };
  await expect(runCommand(actor('issuer'), editIssuer, { ...edit, bundle: 'PREMIUM' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(runCommand(actor('partner'), editIssuer, { ...edit, bundle: 'NONE' })).rejects.toMatchObject({
    fields: { bundle: 'choose' },
  });
  await runCommand(actor('partner'), editIssuer, { ...edit, bundle: 'PREMIUM' });
  await runCommand(actor('issuer'), editIssuer, { ...edit, version: 2 });
});
