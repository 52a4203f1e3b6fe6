import { asMachine } from '@/db/client';
import { type CleanedUp, cleanUp } from '@/db/jobs/clean-up';
import { cleanUpExports } from '@/db/jobs/exports';
import { makePartitionsAhead } from '@/db/jobs/partitions';
import { applyPartnerTypes } from '@/db/jobs/partner-types';
import { usageDifferences } from '@/db/jobs/reconcile';
import { log } from '@/lib/log';
import { endForgottenFlows } from '@/lib/services/certificates/settle';
import { cleanContents } from '@/lib/services/documents/content-clean';
import { noteDifferences } from './gauges';

const monthsAhead = 3;
/** Registration accepts late reports, so days that are over change too; five weeks cover nearly all of it. */
const reconciledDays = 35;
const reconcileTimeoutMs = 10 * 60_000;

/** Partitions of the next months. @returns how many were made */
export async function partitionsAhead(): Promise<{ made: number }> {
  const made = await asMachine('system', 'write', (db) => makePartitionsAhead(db, monthsAhead));
  if (made > 0) log().info({ made }, 'partitions made ahead');
  return { made };
}

/** Measures the roll-up by the raw rows; a difference is logged as an error and shown as a metric, never repaired. */
export async function reconcileUsage(): Promise<{ differences: number }> {
  const { count, named } = await asMachine(
    'system',
    'read',
    (db) => usageDifferences(db, reconciledDays),
    reconcileTimeoutMs,
  );
  noteDifferences(count);
  if (count > 0) log().error({ count, named }, 'usage differs from the raw operations');
  return { differences: count };
}

/** Types of partners that hold from today on; old sessions, tokens and rate limits, files of exports whose time is over, contents whose delivery broke off, enrolments that nobody came back to. */
export async function cleanedUp(): Promise<
  CleanedUp & { exports: number; partnerTypes: number; contents: number; flows: number }
> {
  const old = await asMachine('system', 'write', async (db) => ({
    ...(await cleanUp(db)),
    exports: await cleanUpExports(db),
    partnerTypes: await applyPartnerTypes(db),
  }));
  return { ...old, contents: await cleanContents(), flows: await endForgottenFlows() };
}
