import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asActor, asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeIssuer, makeOperator, makePartner } from '@/db/factories/companies';
import { listColumns, savedViews } from '@/db/schema';
import type { Actor } from '@/lib/domain/actor';
import type { Role } from '@/lib/domain/roles';
import { runCommand, runQuery } from '../run';
import { columnsSave, viewsMakeDefault, viewsRemove } from './choose';
import { listViews } from './kept';
import { viewsRename, viewsSave } from './save';
import { mostViews } from './schemas';

const list = 'operations';

function anActor(role: Role = 'issuer', more: Partial<Actor> = {}): Promise<Actor> {
  return asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    const issuer = await makeIssuer(db, partner.id);
    const company = { partner: { partnerId: partner.id }, issuer: { partnerId: partner.id, issuerId: issuer.id } };
    const operator = await makeOperator(db, {
      role,
      ...(role === 'partner' || role === 'issuer' ? company[role] : {}),
    });
    return actorOf(operator, more);
  });
}

const save = (actor: Actor, name: string, query = 'status=FAILED') =>
  runCommand(actor, viewsSave, { list, name, query });
const kept = (actor: Actor) => runQuery(actor, listViews, { list });

describe('saved views', () => {
  it.each(['administrator', 'partner', 'issuer', 'auditor'] as const)('are kept for an operator: %s', async (role) => {
    const actor = await anActor(role);
    const { id } = await save(actor, 'Failed', 'status=FAILED&period=today');
    expect((await kept(actor)).views).toEqual([
      { id, name: 'Failed', query: 'status=FAILED&period=today', isDefault: false, version: 1 },
    ]);
  });

  it('keep filters, order and columns in one form, never the place, nor what the list does not know', async () => {
    const actor = await anActor();
    await save(actor, 'x', 'sort=oldest&after=018f&view=all&period=today&evil=1&status=FAILED');
    expect((await kept(actor)).views[0]?.query).toBe('status=FAILED&period=today&sort=oldest');
  });

  it('are seen and changed by nobody else, with either fence alone', async () => {
    const [mine, other] = await Promise.all([anActor('administrator'), anActor('administrator')]);
    const { id } = await save(mine, 'Mine');
    expect((await kept(other)).views).toEqual([]);
    for (const attempt of [
      () => runCommand(other, viewsRename, { id, version: 1, name: 'Theirs' }),
      () => runCommand(other, viewsRemove, { id, version: 1 }),
      () => runCommand(other, viewsMakeDefault, { list, id }),
      () => runCommand(other, viewsSave, { list, name: 'Theirs', query: '', id, version: 1 }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    }
    const rows = await asActor(other, 'read', (db) => db.select().from(savedViews));
    expect(rows).toEqual([]);
    const forged = asActor(other, 'write', (db) =>
      db.insert(savedViews).values({ id, operatorId: mine.operatorId, list, name: 'y', query: '' }),
    );
    await expect(forged).rejects.toThrow();
  });

  it('edited in two tabs: the second is told how the view is now, and nothing is lost', async () => {
    const actor = await anActor();
    const { id } = await save(actor, 'Failed');
    const edit = (query: string) => runCommand(actor, viewsSave, { list, id, version: 1, name: 'Failed', query });
    await edit('status=FAILED&period=today');
    await expect(edit('status=CANCELLED')).rejects.toMatchObject({
      code: 'conflict',
      fields: { name: 'Failed', query: 'status=FAILED&period=today', version: '2' },
    });
    for (const late of [
      () => runCommand(actor, viewsRename, { id, version: 1, name: 'Late' }),
      () => runCommand(actor, viewsRemove, { id, version: 1 }),
    ]) {
      await expect(late()).rejects.toMatchObject({ code: 'conflict' });
    }
    expect((await kept(actor)).views).toMatchObject([
      { name: 'Failed', query: 'status=FAILED&period=today', version: 2 },
    ]);
  });

  it('edited at the very same time: one wins, the other is told', async () => {
    const actor = await anActor();
    const { id } = await save(actor, 'Failed');
    const edits = ['sort=oldest', 'size=25'].map((query) =>
      runCommand(actor, viewsSave, { list, id, version: 1, name: 'Failed', query }),
    );
    const settled = await Promise.allSettled(edits);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('have names of their own, whatever the case', async () => {
    const actor = await anActor();
    await save(actor, 'Falhadas');
    await expect(save(actor, 'FALHADAS ')).rejects.toMatchObject({ code: 'invalid', fields: { name: 'taken' } });
    const { id } = await save(actor, 'Outras');
    await expect(runCommand(actor, viewsRename, { id, version: 1, name: 'falhadas' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const twins = await Promise.allSettled([save(actor, 'Twin'), save(actor, 'twin')]);
    expect(twins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('have one default at most, and making one takes it from the other', async () => {
    const actor = await anActor();
    const [a, b] = [await save(actor, 'A'), await save(actor, 'B')];
    await Promise.all([
      runCommand(actor, viewsMakeDefault, { list, id: a.id }),
      runCommand(actor, viewsMakeDefault, { list, id: b.id }),
    ]);
    const defaults = (views: readonly { isDefault: boolean }[]) => views.filter((view) => view.isDefault).length;
    expect(defaults((await kept(actor)).views)).toBe(1);
    const { kept: none } = await runCommand(actor, viewsMakeDefault, { list });
    expect(defaults(none.views)).toBe(0);
  });

  it('end at a number that can be found at a glance', async () => {
    const actor = await anActor();
    for (let n = 0; n < mostViews; n += 1) await save(actor, `View ${n}`);
    await expect(save(actor, 'One more')).rejects.toMatchObject({ code: 'limited' });
  });

  it.each([
    { list: 'sessions', name: 'x', query: '' },
    { list, name: '', query: '' },
    { list, name: 'x'.repeat(61), query: '' },
    { list, name: 'a\u0000', query: '' },
    { list, name: '\ud800', query: '' },
    { list, name: 'x', query: 'status='.padEnd(10_000, 'x') },
    { list, name: 'x', query: '', id: '018f0000-0000-7000-8000-000000000000' },
    { list, name: 'x', query: '', operatorId: '018f0000-0000-7000-8000-000000000000' },
  ])('refuse what is no view (%#)', async (input) => {
    await expect(runCommand(await anActor(), viewsSave, input)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are on record, in the chain of the company', async () => {
    const actor = await anActor();
    const { id } = await save(actor, 'Failed');
    await runCommand(actor, viewsRemove, { id, version: 1 });
    const rows = await asMachine('system', 'read', (db) =>
      db.execute<{ entry: string }>(
        sql`select entry from audit_log where entry::jsonb @> ${JSON.stringify({ target: { id } })}::jsonb order by seq`,
      ),
    );
    expect(rows.map((row) => JSON.parse(row.entry).action)).toEqual(['views.save', 'views.remove']);
  });

  it('may be kept while the company is suspended', async () => {
    const actor = await anActor('issuer', { readOnly: true });
    await expect(save(actor, 'Failed')).resolves.toMatchObject({ kept: { views: [{ name: 'Failed' }] } });
  });
});

describe('the choice of columns', () => {
  it('is kept for the operator, alone, and taken back', async () => {
    const [actor, other] = await Promise.all([anActor('partner'), anActor('partner')]);
    await runCommand(actor, columnsSave, { list, columns: 'received,status' });
    await runCommand(actor, columnsSave, { list, columns: 'received,status,reference' });
    await save(actor, 'Beside them');
    expect(await kept(actor)).toMatchObject({
      columns: ['received', 'status', 'reference'],
      views: [{ name: 'Beside them' }],
    });
    expect((await kept(other)).columns).toBeNull();
    expect(await asActor(other, 'read', (db) => db.select().from(listColumns))).toEqual([]);
    const { kept: none } = await runCommand(actor, columnsSave, { list });
    expect(none.columns).toBeNull();
  });

  it.each(['', 'password', 'received,evil', 'x'.repeat(500)])('refuses what is no column (%#)', async (columns) => {
    await expect(runCommand(await anActor(), columnsSave, { list, columns })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
