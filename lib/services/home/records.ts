import 'server-only';
import { z } from 'zod';
import { todayIn } from '@/lib/clock';
import { addMonths, monthOf } from '@/lib/domain/consumption-calendar';
import { env } from '@/lib/env';
import { usageRows } from '../dashboard';
import { query } from '../define';
import type { SubjectRecords } from './schemas';

/** How much there is to consult of each taxpayer granted to an auditor: the last twelve months, by issuer. */
export const subjectRecords = query({
  name: 'home.records',
  permission: 'subjects.view',
  input: z.strictObject({}),
  run: async ({ db, actor }): Promise<SubjectRecords> => {
    const today = todayIn(env().SIGNSTASH_TIME_ZONE);
    const days = { from: `${addMonths(monthOf(today), -11)}-01`, to: today };
    const rows = await usageRows(db, actor, { split: 'issuer', period: 'none', days });
    return {
      today,
      since: days.from,
      byIssuer: Object.fromEntries(rows.map(({ key, operations, signedItems }) => [key, { operations, signedItems }])),
    };
  },
});
