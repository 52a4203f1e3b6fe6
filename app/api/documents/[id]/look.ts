import { withActor } from '@/lib/auth/api';
import type { Actor } from '@/lib/domain/actor';
import { ContentClosed } from '@/lib/services/documents/content';

const answers = {
  details_only: [409, 'The document came through the on-premise proxy: only its details exist here.'],
  hash: [409, 'A hash item has no content.'],
  not_stored: [409, 'The content of this document is not kept here.'],
  awaited: [409, 'The content has not been delivered yet.'],
  purged: [410, 'The content was purged when its custody ended.'],
  too_demanding: [422, 'The document takes too much time or memory to be judged.'],
  lost: [500, 'The content should be here and is not; it was reported.'],
} as const;

/** The door of what looks at a content for an operator, on the record; without one the answer says why, as JSON. */
export function withLook(request: Request, handler: (actor: Actor) => Promise<Response>): Promise<Response> {
  const look = async (actor: Actor): Promise<Response> => {
    try {
      return await handler(actor);
    } catch (error) {
      if (!(error instanceof ContentClosed)) throw error;
      const [status, message] = answers[error.reason];
      return Response.json({ code: `content_${error.reason}`, message, requestId: actor.request.id }, { status });
    }
  };
  return withActor(request, look, { records: true });
}

/** Next would answer HEAD by GET: a look on the record of which nobody saw anything. */
export const noHead = (): Response => new Response(null, { status: 405, headers: { Allow: 'GET' } });
