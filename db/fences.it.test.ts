import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { asActor, asMachine } from './client';
import { sqlState } from './errors';
import { actorOf } from './factories/actors';
import { clientServices, issuers, operators, partners } from './schema';
import { makeTenants, type Tenants } from './testing/tenants';

let tenants: Tenants;
beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
});

const actor = (name: keyof Tenants['operators']): Actor => actorOf(tenants.operators[name]);

/** What PostgreSQL alone lets through: no condition of ours in the query. */
const visible = (who: Actor) =>
  asActor(who, 'read', async (db) => ({
    services: (await db.select({ id: clientServices.id }).from(clientServices)).map((row) => row.id).sort(),
    issuers: (await db.select({ id: issuers.id }).from(issuers)).map((row) => row.id).sort(),
    partners: (await db.select({ id: partners.id }).from(partners)).map((row) => row.id),
  }));

describe('row-level security, without any condition in the query', () => {
  it('shows an administrator everything', async () => {
    const seen = await visible(actor('administrator'));
    expect(seen.services).toHaveLength(3);
  });

  it('shows a partner its own issuers and services', async () => {
    const { services, issuers: companies, partners: alfa } = tenants;
    expect(await visible(actor('partner'))).toEqual({
      services: [services.padaria.id, services.sibling.id].sort(),
      issuers: [companies.padaria.id, companies.sibling.id].sort(),
      partners: [alfa.alfa.id],
    });
  });

  it('shows an issuer itself', async () => {
    const seen = await visible(actor('issuer'));
    expect(seen).toEqual({
      services: [tenants.services.padaria.id],
      issuers: [tenants.issuers.padaria.id],
      partners: [tenants.partners.alfa.id],
    });
  });

  it('shows an auditor the issuers granted for today, and nothing once the grant has ended', async () => {
    expect((await visible(actor('auditor'))).issuers).toEqual([tenants.issuers.padaria.id]);
    expect(await visible(actor('idleAuditor'))).toEqual({ services: [], issuers: [], partners: [] });
  });

  it('hides password hashes from every operator', async () => {
    for (const name of ['administrator', 'partner', 'issuer', 'auditor'] as const) {
      const read = asActor(actor(name), 'read', (db) => db.select({ hash: operators.passwordHash }).from(operators));
      await expect(
        read.catch((error) => sqlState(error)),
        name,
      ).resolves.toBe('42501');
    }
  });

  it('lets an operator change those of its own company, an auditor itself alone, and nobody a role or address', async () => {
    const changedBy = async (name: 'partner' | 'issuer' | 'auditor') => {
      const changed = await asActor(actor(name), 'write', (db) =>
        db.update(operators).set({ language: 'en' }).returning({ id: operators.id }),
      );
      return changed.map(({ id }) => id).sort();
    };
    const { partner, issuer, auditor } = tenants.operators;
    expect(await changedBy('partner')).toEqual([partner.id, issuer.id].sort());
    expect(await changedBy('issuer')).toEqual([issuer.id]);
    expect(await changedBy('auditor')).toEqual([auditor.id]);
    const promotion = asActor(actor('issuer'), 'write', (db) => db.update(operators).set({ role: 'administrator' }));
    await expect(promotion.catch((error) => sqlState(error))).resolves.toBe('42501');
  });

  it('lets no operator write an operation or usage', async () => {
    for (const table of ['operations', 'usage_delta', 'usage_day', 'operation_keys']) {
      const write = asActor(actor('administrator'), 'write', (db) => db.execute(sql.raw(`delete from ${table}`)));
      await expect(
        write.catch((error) => sqlState(error)),
        table,
      ).resolves.toBe('42501');
    }
  });
});
