import { beforeEach, expect, it, vi } from 'vitest';
import { asMachine } from '@/db/client';
import { asSuperuser } from '@/db/testing/owner-connection';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { newId } from '@/lib/domain/ids';
import { returnSignatures, takeSignatures } from './lease';

const superuser = asSuperuser();
let tenants: Tenants;
beforeEach(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});

/** A grant with so many signatures, of a certificate that nobody signs with. */
async function grantOf(limit: number, more: { over?: boolean } = {}): Promise<string> {
  const { id: issuer, walletId } = tenants.issuers.padaria;
  const [authority, certificate, grant] = [newId(), newId(), newId()];
  await superuser`
    insert into authorities (id, name, type, status, base_url, client_id, scopes, access_days, access_signatures, warn_days, warn_percent)
    values (${authority}, ${authority}, 'csc-v1', 'active', 'https://ca.example.com', 'x', '', 60, 1000, 7, 90)`;
  await superuser`
    insert into certificates (id, partner_id, issuer_id, authority_id, wallet_id, credential_id, alias, subject, common_name,
      issuer_name, serial, valid_from, valid_to, key_algorithm, key_length, scal, multisign, auth_mode, chain)
    select ${certificate}, partner_id, id, ${authority}, ${walletId}, ${certificate}, 'x', 'x', 'x', 'x', '0A', now(),
      now() + interval '1 year', 'RSA', 2048, '1', 1, 'explicit', '{}' from issuers where id = ${issuer}`;
  await superuser`
    insert into certificate_grants (id, partner_id, issuer_id, certificate_id, granted_by, granted_at, expires_at, signature_limit)
    select ${grant}, partner_id, id, ${certificate}, ${newId()}, now(), now() + ${more.over ? '-1' : '1'}::int * interval '1 day', ${limit}
    from issuers where id = ${issuer}`;
  return grant;
}
const taken = async (grant: string): Promise<number> => {
  const [row] = await superuser`select taken from certificate_grants where id = ${grant}`;
  return Number(row?.taken);
};

it('signatures are given to the last one, and not one more, whoever asks at once', async () => {
  const grant = await grantOf(250);
  // Another process: a module of its own, with blocks of its own.
  vi.resetModules();
  const other = await import('./lease');
  const asks = Array.from({ length: 200 }, (_, n) => (n % 2 ? takeSignatures : other.takeSignatures)(grant, 2));
  const given = (await Promise.all(asks)).filter(Boolean).length * 2;
  expect(given).toBeLessThanOrEqual(250);
  expect(given).toBeGreaterThanOrEqual(246);
  expect(await taken(grant)).toBeLessThanOrEqual(250);
});

it('what a block did not use is given back, and is the grant’s again', async () => {
  const grant = await grantOf(100_000);
  expect(await takeSignatures(grant, 3)).toBe(true);
  expect(await taken(grant)).toBe(1000);
  await returnSignatures();
  expect(await taken(grant)).toBe(3);
});

it('a grant that is over, or has fewer than asked for, gives nothing', async () => {
  expect(await takeSignatures(await grantOf(10, { over: true }), 1)).toBe(false);
  const grant = await grantOf(5);
  expect(await takeSignatures(grant, 6)).toBe(false);
  expect(await takeSignatures(grant, 5)).toBe(true);
  expect(await takeSignatures(grant, 1)).toBe(false);
});
