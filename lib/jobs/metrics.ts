import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { asMachine } from '@/db/client';
import { usageGauges } from '@/db/jobs/gauges';
import { log } from '@/lib/log';
import { lastDifferences } from './gauges';
import { foldLeaseSeconds } from './worker';

type Metrics = { registry: Registry; usage: Record<'registered' | 'unfolded' | 'foldAge' | 'differences', Gauge> };

// Next bundles server code more than once; the metrics belong to the process.
const shared = globalThis as typeof globalThis & { signstashMetrics?: Metrics };

/** Metrics of this process and the installation's usage figures, in Prometheus' text format. */
export async function metricsText(): Promise<{ contentType: string; text: string }> {
  shared.signstashMetrics ??= register();
  const { registry, usage } = shared.signstashMetrics;
  await readUsage(usage);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

function register(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name: `signstash_${name}`, help, registers: [registry] });
  return {
    registry,
    usage: {
      registered: gauge('operations_registered', 'Operations ever registered in this installation, TEST left out'),
      unfolded: gauge('usage_unfolded_rows', 'Rows of usage that wait to be folded'),
      foldAge: gauge('usage_fold_age_seconds', 'Seconds since a folder was last at work'),
      differences: gauge('usage_differences', 'Groups that differed from the raw rows when this process last compared'),
    },
  };
}

/** While the database is away the process still tells about itself; figures that are not known are not shown. */
async function readUsage(usage: Metrics['usage']): Promise<void> {
  for (const gauge of Object.values(usage)) gauge.remove();
  const differences = lastDifferences();
  if (differences !== undefined) usage.differences.set(differences);
  try {
    const { registered, unfolded, foldedSecondsAgo } = await asMachine('system', 'read', (db) =>
      usageGauges(db, foldLeaseSeconds),
    );
    usage.registered.set(registered);
    usage.unfolded.set(unfolded);
    if (foldedSecondsAgo !== null) usage.foldAge.set(foldedSecondsAgo);
  } catch (error) {
    log().warn({ err: error }, 'usage figures are missing from the metrics');
  }
}
