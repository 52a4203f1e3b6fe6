import 'server-only';
import { z } from 'zod';
import { operators } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { query } from '../define';
import type { Profile } from './types';

/** The operator's own settings. */
export const profileView = query({
  name: 'profile.view',
  permission: 'profile.view',
  input: z.strictObject({}),
  async run({ db, actor }): Promise<Profile> {
    const { language, theme, version, lastSignInAt } = operators;
    const [row] = await db
      .select({ language, theme, version, lastSignInAt })
      .from(operators)
      .where(isOneself(actor, operators.id));
    if (!row) throw notFound();
    return row;
  },
});
