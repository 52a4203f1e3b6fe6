import { beforeAll, describe, expect, it } from 'vitest';
import { asMachine } from '@/db/client';
import { actorOf } from '@/db/factories/actors';
import { makeTenants, type Tenants } from '@/db/testing/tenants';
import { profileUpdate } from '../profile/update';
import { runCommand, runQuery } from '../run';
import { listActivity, ownActivity } from './list';
import type { ActivityPage } from './schemas';

let tenants: Tenants;
const actor = (name: keyof Tenants['operators'], issuerIds: readonly string[] = []) =>
  actorOf(tenants.operators[name], { issuerIds });

beforeAll(async () => {
  tenants = await asMachine('system', 'write', makeTenants);
  for (const name of ['issuer', 'partner', 'administrator'] as const) {
    await runCommand(actor(name), profileUpdate, { language: 'en', version: 1 });
  }
  await runCommand(actor('auditor', [tenants.issuers.padaria.id]), profileUpdate, { theme: 'dark', version: 1 });
});

describe('the activity of a thing', () => {
  it('names who did it, and each field that changed', async () => {
    const { acts, older } = await runQuery(actor('administrator'), listActivity, {
      of: 'thing',
      id: tenants.operators.issuer.id,
      before: null,
    });
    expect(older).toBeNull();
    expect(acts).toMatchObject([
      {
        action: 'profile.update',
        actor: { kind: 'operator', role: 'issuer', name: tenants.operators.issuer.name, oneself: false },
        fields: [{ field: 'language', before: 'pt', after: 'en' }],
      },
    ]);
  });

  it('is everything of a company, for those in whose scope it lies', async () => {
    const own = { of: 'company', id: tenants.issuers.padaria.id, before: null };
    for (const who of [actor('administrator'), actor('partner'), actor('issuer')]) {
      expect((await runQuery(who, listActivity, own)).acts.map((act) => act.action)).toEqual(['profile.update']);
    }
    expect((await runQuery(actor('foreignPartner'), listActivity, own)).acts).toEqual([]);
    await expect(runQuery(actor('auditor'), listActivity, own)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('shows an issuer nothing of the people of its partner', async () => {
    const { acts } = await runQuery(actor('issuer'), listActivity, {
      of: 'thing',
      id: tenants.operators.partner.id,
      before: null,
    });
    expect(acts).toEqual([]);
  });

  it('reads page by page, each act once', async () => {
    const who = actor('partner');
    for (let round = 0; round < 60; round++) {
      await runCommand(who, profileUpdate, { theme: round % 2 === 0 ? 'dark' : 'light' });
    }
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: ActivityPage = await runQuery(who, ownActivity, { before });
      seen.push(...page.acts.map((act) => act.id));
      before = page.older;
    } while (before !== null);
    expect(seen).toHaveLength(61);
    expect(new Set(seen).size).toBe(61);
  });
});

describe('own activity', () => {
  it('is what one did oneself, for an auditor too', async () => {
    const { acts } = await runQuery(actor('auditor', [tenants.issuers.padaria.id]), ownActivity, { before: null });
    // The refusal of the test before is one's own act too.
    expect(acts.map((act) => [act.action, act.actor.oneself])).toEqual([
      ['refused:activity.list', true],
      ['profile.update', true],
    ]);
  });
});
