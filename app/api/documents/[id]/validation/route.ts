import { withActor } from '@/lib/auth/api';
import { ContentClosed } from '@/lib/services/documents/content';
import { askValidation, validateContent } from '@/lib/services/documents/validate';
import { runCommand } from '@/lib/services/run';
import { contentClosed } from '../content-closed';

type Params = { params: Promise<{ id: string }> };

/** A report on the signatures of a document and whether it is what was registered. Each look is on the record. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return withActor(request, async (actor) => {
    const { id } = await params;
    try {
      return Response.json(await validateContent(await runCommand(actor, askValidation, { id })));
    } catch (error) {
      if (error instanceof ContentClosed) return contentClosed(error.reason, actor.request.id);
      throw error;
    }
  });
}

/** Next would answer HEAD by GET: a look on the record of which nobody saw anything. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { Allow: 'GET' } });
