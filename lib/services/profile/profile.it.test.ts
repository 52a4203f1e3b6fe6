import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeIssuer, makeOperator, makePartner } from '@/db/factories/companies';
import type { Actor } from '@/lib/domain/actor';
import { runCommand, runQuery } from '../run';
import { profileUpdate } from './update';
import { profileView } from './view';

async function anActor(more: Partial<Actor> = {}): Promise<Actor> {
  return asMachine('system', 'write', async (db) => {
    const partner = await makePartner(db);
    const issuer = await makeIssuer(db, partner.id);
    const operator = await makeOperator(db, { role: 'issuer', partnerId: partner.id, issuerId: issuer.id });
    return actorOf(operator, more);
  });
}

function entriesOf(actor: Actor, action: string) {
  return asMachine('system', 'read', (db) =>
    db.execute<{ entry: string }>(sql`select entry from audit_log
      where entry::jsonb @> ${JSON.stringify({ action, actor: { id: actor.operatorId } })}::jsonb`),
  );
}

describe('profile.update', () => {
  it('changes language and theme, and says so in the audit log', async () => {
    const actor = await anActor();
    const { version } = await runQuery(actor, profileView, {});
    const after = { language: 'en', theme: 'dark', version: version + 1 };
    expect(await runCommand(actor, profileUpdate, { language: 'en', theme: 'dark', version })).toEqual(after);
    expect(await runQuery(actor, profileView, {})).toMatchObject(after);
    const [row] = await entriesOf(actor, 'profile.update');
    expect(JSON.parse(row?.entry ?? '')).toMatchObject({ before: { language: 'pt', theme: 'system', version }, after });
  });

  it('refuses an edit that began from an older version, and changes nothing', async () => {
    const actor = await anActor();
    const { version } = await runQuery(actor, profileView, {});
    const edits = ['light', 'dark'].map((theme) => runCommand(actor, profileUpdate, { theme, version }));
    const settled = await Promise.allSettled(edits);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect(await entriesOf(actor, 'profile.update')).toHaveLength(1);
  });

  it('sets one thing alone without a version', async () => {
    const actor = await anActor();
    expect(await runCommand(actor, profileUpdate, { theme: 'dark' })).toMatchObject({ theme: 'dark', language: 'pt' });
  });

  it("refuses what is no setting of one's own", async () => {
    const actor = await anActor();
    for (const input of [{}, { theme: 'dark', role: 'administrator' }, { language: 'fr' }, { theme: 'x' }]) {
      await expect(runCommand(actor, profileUpdate, input)).rejects.toMatchObject({ code: 'invalid' });
    }
  });

  it('is open to the operators of a suspended company', async () => {
    const actor = await anActor({ readOnly: true });
    expect(await runCommand(actor, profileUpdate, { theme: 'light' })).toMatchObject({ theme: 'light' });
  });

  it('is refused on the record to a role that nobody knows', async () => {
    const actor = { ...(await anActor()), role: 'issuer' as const };
    const unknown = Object.defineProperty({ ...actor }, 'role', { get: roleThatTurns() });
    await expect(runCommand(unknown, profileUpdate, { theme: 'light' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await entriesOf(actor, 'refused:profile.update')).toHaveLength(1);
  });
});

/** Unknown when the permission is looked up, real afterwards, so that the refusal has a database role to be written under. */
function roleThatTurns(): () => string {
  let asked = 0;
  return () => {
    asked += 1;
    return asked === 1 ? 'intruder' : 'issuer';
  };
}
