import { Logger, type RunnerOptions, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { TaskName } from '@/db/jobs/enqueue';
import { workerUrl } from '@/lib/database-urls';
import { languages } from '@/lib/i18n/language';
import { log } from '@/lib/log';
import { runCheck } from '@/lib/services/authorities/check';
import { runFlow } from '@/lib/services/certificates/run-flow';
import { watchCertificates } from '@/lib/services/certificates/watch';
import { runExport } from '@/lib/services/exports/run-job';
import { offerLink } from '@/lib/services/links/offer';
import { sendMail } from '@/lib/services/mail/send';
import { cleanedUp, partitionsAhead, reconcileUsage } from './work';

const offerPayload = z.strictObject({ email: z.string(), address: z.string(), requestId: z.string() });
const thingPayload = z.strictObject({ id: z.uuid() });
const exportPayload = z.strictObject({ id: z.uuid(), language: z.enum(languages) });

const tasks = {
  partitions_ahead: async () => void (await partitionsAhead()),
  reconcile_usage: async () => void (await reconcileUsage()),
  clean_up: async () => void (await cleanedUp()),
  export_list: async (payload) => {
    const { id, language } = exportPayload.parse(payload);
    await runExport(id, language);
  },
  send_mail: async (payload) => sendMail(thingPayload.parse(payload).id),
  certificate_flow: async (payload) => runFlow(thingPayload.parse(payload).id),
  check_authority: async (payload) => runCheck(thingPayload.parse(payload).id),
  watch_certificates: async () => void (await watchCertificates()),
  offer_link: async (payload) => offerLink(offerPayload.parse(payload)),
} satisfies Record<TaskName, TaskList[string]>;

/** Times are UTC. */
export const crontab = `
15 2 * * * partitions_ahead ?max=5
45 2 * * * reconcile_usage ?max=3
5 * * * * clean_up ?max=3
30 6 * * * watch_certificates ?max=5
`;

/** The library is talkative: what it calls info is our debug, and its errors while the database is away are warnings. */
const logger = new Logger(() => (level, message) => {
  log()[level === 'error' || level === 'warning' ? 'warn' : 'debug']({ queue: true }, message);
});

/** How this process takes part in the queue. Polling is the fallback for a lost LISTEN, and bounds how long it is missed. */
export function queueOptions(): RunnerOptions & { taskList: TaskList } {
  return {
    connectionString: workerUrl(),
    taskList: tasks,
    concurrency: 2,
    maxPoolSize: 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger,
  };
}
