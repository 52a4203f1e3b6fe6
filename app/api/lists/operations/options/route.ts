import { withActor } from '@/lib/auth/api';
import { operationOptions } from '@/lib/services/operations/options';
import { runQuery } from '@/lib/services/run';

/** Choices of the filter menus that contain `search`, within the operator's scope. */
export function GET(request: Request): Promise<Response> {
  return withActor(request, async (actor) => {
    const search = new URL(request.url).searchParams.get('search') ?? '';
    const input = { service: null, issuer: null, partner: null, search };
    return Response.json(await runQuery(actor, operationOptions, input));
  });
}
