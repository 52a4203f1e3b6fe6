import 'server-only';
import { eq } from 'drizzle-orm';
import { securitySettings } from '@/db/schema';
import { conflict } from '@/lib/domain/errors';
import { roles } from '@/lib/domain/roles';
import { command, query } from '../define';
import { nothing, type SecuritySettings, secondFactorRule } from './schemas';

const none = '00000000-0000-0000-0000-000000000000';

/** Which roles must have a second factor. */
export const securityRule = query({
  name: 'security.view',
  permission: 'configuration.view',
  input: nothing,
  async run({ db }): Promise<SecuritySettings> {
    const [row] = await db.select().from(securitySettings).where(eq(securitySettings.only, 1));
    return { roles: row?.secondFactorRoles ?? [], version: row?.version ?? 1 };
  },
});

/**
 * Says which roles must have a second factor. Whoever has none adds it at the next sign-in; sessions that are open go on.
 * @throws Failure conflict (another version)
 */
export const enforceSecondFactor = command({
  name: 'security.enforce',
  permission: 'configuration.edit',
  stepUp: true,
  input: secondFactorRule,
  async run({ db, input, audit }) {
    const chosen: Readonly<Record<string, unknown>> = input;
    const wanted = roles.filter((role) => chosen[role] === 'on');
    const [row] = await db.select().from(securitySettings).where(eq(securitySettings.only, 1)).for('update');
    if (!row || row.version !== input.version) throw conflict();
    const version = row.version + 1;
    await db.update(securitySettings).set({ secondFactorRoles: wanted, version }).where(eq(securitySettings.only, 1));
    return audit(
      {
        target: { type: 'security', id: none },
        partnerId: null,
        issuerId: null,
        before: { roles: row.secondFactorRoles.join(', ') },
        after: { roles: wanted.join(', ') },
      },
      { version },
    );
  },
});
