import { withActor } from '@/lib/auth/api';
import { answerOperations } from '@/lib/services/operations/answer';

/** A page of the operations list as data: the same address, the same rows as the page itself. `total=known` skips the count. */
export function GET(request: Request): Promise<Response> {
  return withActor(request, async (actor) => {
    const { total, ...params } = Object.fromEntries(new URL(request.url).searchParams);
    return Response.json(await answerOperations(actor, params, total !== 'known'));
  });
}
