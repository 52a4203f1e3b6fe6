import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { makeOperator } from '@/db/factories/companies';
import { asSuperuser } from '@/db/testing/owner-connection';
import { newId } from '@/lib/domain/ids';
import { cleanUp } from './clean-up';
import { dropLease, takeExpired, takeLease } from './leases';
import { makePartitionsAhead } from './partitions';

const superuser = asSuperuser();
const system = <T>(work: Parameters<typeof asMachine<T>>[2]) => asMachine('system', 'write', work);

describe('partitions ahead', () => {
  it('are made up to the month named, once', async () => {
    const made = await system((db) => makePartitionsAhead(db, 6));
    expect(made).toBe(6);
    expect(await system((db) => makePartitionsAhead(db, 6))).toBe(0);
  });
});

describe('leases', () => {
  const name = `lease-${newId()}`;
  const take = (holder: string, ms = 60_000) => system((db) => takeLease(db, name, holder, ms));

  it('belong to one holder, who may renew', async () => {
    expect(await Promise.all([take('a'), take('a')])).toEqual([true, true]);
    expect(await take('b')).toBe(false);
  });

  it('pass on when their time has run out or they are given back', async () => {
    expect(await take('a', -1)).toBe(true);
    expect(await take('b')).toBe(true);
    await system((db) => dropLease(db, name, 'b'));
    expect(await take('c')).toBe(true);
  });

  it('are given to exactly one of many who ask at once', async () => {
    await take('c', -1);
    const all = await Promise.all(['d', 'e', 'f', 'g'].map((holder) => take(holder)));
    expect(all.filter(Boolean)).toHaveLength(1);
  });

  it('are told when they have run out, once', async () => {
    await system((db) => takeLease(db, 'dead:x', 'a', -1));
    await system((db) => takeLease(db, 'dead:y', 'a', 60_000));
    expect(await system((db) => takeExpired(db, 'dead:'))).toEqual(['x']);
    expect(await system((db) => takeExpired(db, 'dead:'))).toEqual([]);
  });
});

describe('cleaning up', () => {
  it('deletes sessions and links over for 30 days and limits that have run out, and nothing else', async () => {
    const { id } = await system((db) => makeOperator(db, { role: 'administrator' }));
    const session = (days: number) => superuser`
      insert into sessions (id, operator_id, token_hash, created_at, last_seen_at, expires_at, ended_at, address, user_agent)
      values (${newId()}, ${id}, sha256(${String(days)}::bytea), now(), now(), now() + interval '1 day',
        ${days > 0 ? superuser`now() - make_interval(days => ${days})` : null}, '127.0.0.1', 'test')`;
    for (const days of [0, 29, 31, 400]) await session(days);
    await superuser`insert into limiter (key, points, expire) values ('old', 1, 1), ('new', 1, 99999999999999), ('never', 1, null)`;
    for (const days of [0, 29, 31, 400]) {
      await superuser`insert into links (id, operator_id, kind, token_hash, expires_at)
        select ${newId()}, id, 'reset', sha256(${String(days)}::bytea), now() - make_interval(days => ${days}) from operators limit 1`;
    }
    expect(await system(cleanUp)).toEqual({ sessions: 2, limits: 1, tokens: 0, links: 2 });
    const left = await system((db) => db.execute(sql`select key from limiter order by key`));
    expect(left.map(({ key }) => key)).toEqual(['never', 'new']);
  });
});
