import { MachineFailure } from '@/lib/domain/machine-failure';
import { env } from '@/lib/env';
import { hasBearer } from '@/lib/http/bearer';
import { readJson } from '@/lib/http/json-body';
import { answerMachine } from '@/lib/http/machine-answer';
import { invalidBatch } from '@/lib/services/ingest/faults';
import { registerOperations } from '@/lib/services/ingest/register';
import { batchSchema } from '@/lib/services/ingest/schemas';
import { runMachine } from '@/lib/services/run';

export const dynamic = 'force-dynamic';

const mostBytes = 32 * 1_048_576;

/** A signing engine registers operations (product.md section 5). */
export function POST(request: Request): Promise<Response> {
  return answerMachine(async () => {
    if (!hasBearer(request, env().SIGNSTASH_ENGINE_TOKEN)) {
      throw new MachineFailure('0.0.10', 'The token is missing, expired or invalid.');
    }
    const body = await readJson(request, mostBytes);
    const batch = batchSchema.safeParse(body);
    if (!batch.success) throw invalidBatch(batch.error, body);
    return runMachine(registerOperations, batch.data);
  });
}
