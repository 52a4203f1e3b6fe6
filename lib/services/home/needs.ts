import 'server-only';
import { z } from 'zod';
import { todayIn } from '@/lib/clock';
import { env } from '@/lib/env';
import { everyOwner, failuresByCode } from '../dashboard';
import { query } from '../define';
import { readNeeds } from './needs-sql';
import { type Need, type Needs, needKinds } from './schemas';

/** What needs the operator today, from facts in its scope. */
export const needsToday = query({
  name: 'home.needs',
  permission: 'dashboard.view',
  input: z.strictObject({}),
  run: async ({ db, actor }): Promise<Needs> => {
    const now = new Date();
    const today = todayIn(env().SIGNSTASH_TIME_ZONE, now);
    const [{ failuresNow }, found] = await Promise.all([
      failuresByCode(db, actor, { today, now, only: everyOwner }),
      readNeeds(db, actor, today),
    ]);
    const rank = (need: Need): number => needKinds.indexOf(need.kind);
    return { today, now: now.toISOString(), failing: failuresNow, needs: found.toSorted((a, b) => rank(a) - rank(b)) };
  },
});
