import { withActor } from '@/lib/auth/api';
import { answerDocuments } from '@/lib/services/documents/answer';

/** A page of the documents or hashes as data: the same address, the same rows as the page itself. `total=known` skips the count. */
export function GET(request: Request): Promise<Response> {
  return withActor(request, async (actor) => {
    const { total, kind, ...params } = Object.fromEntries(new URL(request.url).searchParams);
    const asked = kind === 'hash' ? 'hash' : 'document';
    return Response.json(await answerDocuments(actor, asked, params, total !== 'known'));
  });
}
