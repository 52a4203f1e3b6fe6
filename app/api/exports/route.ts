import { withActor } from '@/lib/auth/api';
import { listExports } from '@/lib/services/exports/read';
import { runQuery } from '@/lib/services/run';

/** The operator's own recent exports, newest first. */
export function GET(request: Request): Promise<Response> {
  return withActor(request, async (actor) => Response.json(await runQuery(actor, listExports, {})));
}
