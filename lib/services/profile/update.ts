import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { operators } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { conflict, notFound } from '@/lib/domain/errors';
import { command } from '../define';
import { profileChange } from './schemas';
import type { ProfileSettings } from './types';

/** Changes the operator's own language and theme. @throws Failure conflict when `version` is no longer the present one */
export const profileUpdate = command({
  name: 'profile.update',
  permission: 'profile.edit',
  input: profileChange,
  async run({ db, actor, input, audit }) {
    const { language, theme, version } = operators;
    const own = isOneself(actor, operators.id);
    const [before] = await db.select({ language, theme, version }).from(operators).where(own).for('update');
    if (!before) throw notFound();
    if (input.version !== undefined && input.version !== before.version) throw conflict();
    const after: ProfileSettings = {
      language: input.language ?? before.language,
      theme: input.theme ?? before.theme,
      version: before.version + 1,
    };
    await db
      .update(operators)
      .set({ ...after, updatedAt: sql`now()` })
      .where(eq(operators.id, actor.operatorId));
    const { partnerId, issuerId } = actor;
    const target = { type: 'operator', id: actor.operatorId };
    return audit({ target, partnerId, issuerId, before, after }, after);
  },
});
