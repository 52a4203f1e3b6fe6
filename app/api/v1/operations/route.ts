import { originOf } from '@/lib/auth/request-origin';
import { callerOfToken } from '@/lib/auth/service-tokens';
import { bearerOf } from '@/lib/http/bearer';
import { answerMachine } from '@/lib/http/machine-answer';
import { readForService } from '@/lib/services/for-service';
import { invalidBatch } from '@/lib/services/ingest/faults';
import { findOwnOperations } from '@/lib/services/machine/operations';
import { operationsQuery } from '@/lib/services/machine/schemas';

export const dynamic = 'force-dynamic';

/** The operation of the calling client service with an external reference. */
export function GET(request: Request): Promise<Response> {
  return answerMachine(async (id) => {
    const caller = await callerOfToken(bearerOf(request.headers), { ...originOf(request.headers), id });
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const query = operationsQuery.safeParse(params);
    if (!query.success) throw invalidBatch(query.error, params);
    return readForService(caller, findOwnOperations, query.data);
  });
}
