import { z } from 'zod';
import { foldUsage } from '@/db/jobs/fold';
import { machineCommand } from '@/lib/services/define';

/** Moves what was appended to usage_delta into the roll-ups. */
export const fold = machineCommand({
  name: 'usage.fold',
  record: 'operation',
  input: z.strictObject({}),
  run: ({ db }) => foldUsage(db),
});
