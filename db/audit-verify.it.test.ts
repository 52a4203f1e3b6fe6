import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/domain/ids';
import { appendAudit } from './audit';
import type { ChainHead } from './audit-chain';
import { verifyAudit } from './audit-verify';
import { asMachine } from './client';
import { sqlState } from './errors';
import { databaseRoles } from './roles';
import { asApplication, asSuperuser } from './testing/owner-connection';

const superuser = asSuperuser();
const application = asApplication();
const partner = newId();

/** A chain of seven entries, fresh for each test, beside one of the partner and the system's. */
async function makeChain(): Promise<string> {
  const issuer = newId();
  for (const [issuerId, partnerId] of [
    ...Array.from({ length: 7 }, () => [issuer, partner] as const),
    [null, partner] as const,
    [null, null] as const,
  ]) {
    await asMachine('system', 'write', (db) =>
      appendAudit(db, {
        at: new Date(),
        actor: { kind: 'operator', id: newId(), role: 'issuer' },
        action: 'profile.update',
        target: { type: 'operator', id: newId() },
        partnerId,
        issuerId,
        before: { language: 'pt', note: 'ção "…" \\ \u0001' },
        after: { language: 'en' },
        address: '127.0.0.1',
        requestId: newId(),
      }),
    );
  }
  return issuer;
}

const verify = (heads: readonly ChainHead[] = []) => asMachine('system', 'read', (db) => verifyAudit(db, heads));
const found = async (heads?: readonly ChainHead[]) =>
  (await verify(heads)).findings.map(({ kind, tenant, from, to }) => [kind, tenant, from, to]);

/** What only a superuser can do: work on the log with its triggers off. */
async function plant(work: (tx: typeof superuser) => Promise<unknown>): Promise<void> {
  await superuser.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await work(tx as unknown as typeof superuser);
  });
}

let chain: string;

beforeAll(async () => {
  await plant((tx) => tx`truncate audit_log, audit_head`);
});

beforeEach(async () => {
  await plant(async (tx) => {
    await tx`delete from audit_log`;
    await tx`delete from audit_head`;
  });
  chain = await makeChain();
});

describe('the verifier of the audit log', () => {
  it('finds nothing in a log that nobody touched, and tells its heads', async () => {
    const { findings, chains, entries, heads } = await verify();
    expect({ findings, chains, entries }).toEqual({ findings: [], chains: 3, entries: 9 });
    await makeChain();
    expect(await found(heads)).toEqual([]);
  });

  it('names an edited entry', async () => {
    await plant(
      (tx) => tx`update audit_log set entry = replace(entry, '"en"', '"pt"') where tenant = ${chain} and seq = 3`,
    );
    expect(await found()).toEqual([['edited', chain, 3, 3]]);
  });

  it('names an entry that was moved into another scope by its columns', async () => {
    await plant((tx) => tx`update audit_log set partner_id = ${newId()} where tenant = ${chain} and seq = 3`);
    expect(await found()).toEqual([['edited', chain, 3, 3]]);
  });

  it('names deleted entries', async () => {
    await plant((tx) => tx`delete from audit_log where tenant = ${chain} and seq in (3, 4)`);
    expect(await found()).toEqual([['deleted', chain, 3, 4]]);
  });

  it('names swapped entries', async () => {
    await plant(async (tx) => {
      await tx`update audit_log set seq = -2 where tenant = ${chain} and seq = 2`;
      await tx`update audit_log set seq = 2 where tenant = ${chain} and seq = 5`;
      await tx`update audit_log set seq = 5 where tenant = ${chain} and seq = -2`;
    });
    expect(await found()).toEqual([['swapped', chain, 2, 5]]);
  });

  it('names forged entries that the head does not know', async () => {
    await plant(
      (tx) => tx`insert into audit_log (tenant, seq, at, partner_id, issuer_id, entry, hash)
        select tenant, 8, at, partner_id, issuer_id, entry, sha256(hash || int8send(8) || convert_to(entry, 'UTF8'))
        from audit_log where tenant = ${chain} and seq = 7`,
    );
    expect(await found()).toEqual([['forged', chain, 8, 8]]);
  });

  it('names a cut tail', async () => {
    await plant((tx) => tx`delete from audit_log where tenant = ${chain} and seq > 4`);
    expect(await found()).toEqual([['cut tail', chain, 5, 7]]);
    await plant((tx) => tx`delete from audit_log where tenant = ${chain}`);
    expect(await found()).toEqual([['cut tail', chain, 1, 7]]);
  });

  it('names an older backup by heads exported since', async () => {
    const { heads } = await verify();
    await plant(async (tx) => {
      await tx`delete from audit_log where tenant = ${chain} and seq > 4`;
      await tx`update audit_head set seq = 4, hash = (select hash from audit_log where tenant = ${chain} and seq = 4) where tenant = ${chain}`;
    });
    expect(await found()).toEqual([]);
    expect(await found(heads)).toEqual([['restored older backup', chain, 5, 7]]);
  });
});

describe('the audit log', () => {
  it.each(databaseRoles)('cannot be updated, deleted, truncated or written by %s', async (role) => {
    const statements = [
      `update audit_log set entry = ''`,
      'delete from audit_log',
      'truncate audit_log',
      `insert into audit_log (tenant, seq, at, entry, hash) values (gen_random_uuid(), 1, now(), '', '')`,
      'update audit_head set seq = 1',
      'delete from audit_head',
      'truncate audit_head',
    ];
    for (const statement of statements) {
      const attempt = application.begin(async (tx) => {
        await tx`select set_config('role', ${`signstash_${role}`}, true)`;
        await tx.unsafe(statement);
      });
      expect(await attempt.then(() => 'done', sqlState), statement).toBe('42501');
    }
  });

  it('cannot be changed by the superuser either while its triggers are on', async () => {
    for (const statement of [
      `update audit_log set entry = ''`,
      'delete from audit_log',
      'truncate audit_log',
      'truncate audit_head',
    ]) {
      expect(await superuser.unsafe(statement).then(() => 'done', sqlState), statement).toBe('42501');
    }
  });

  it('goes back with the change that it describes', async () => {
    const lost = asMachine('system', 'write', async (db) => {
      await db.execute(sql`select audit_append(${chain}::uuid, null, ${chain}::uuid, now(), '{}')`);
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    expect((await verify()).findings).toEqual([]);
  });
});
