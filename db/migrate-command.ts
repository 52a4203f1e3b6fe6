import { ownerUrl, workerUrl } from '@/lib/database-urls';
import { env } from '@/lib/env';
import { migrate } from './migrate';

const { DATABASE_URL, DATABASE_ROLE_PREFIX, SIGNSTASH_TIME_ZONE } = env();
const applied = await migrate({
  ownerUrl: ownerUrl(),
  appUrl: DATABASE_URL,
  workerUrl: workerUrl(),
  rolePrefix: DATABASE_ROLE_PREFIX,
  timeZone: SIGNSTASH_TIME_ZONE,
});
console.log(applied.length === 0 ? 'Schema is up to date.' : `Applied ${applied.join(', ')}.`);
