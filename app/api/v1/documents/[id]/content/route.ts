import { originOf } from '@/lib/auth/request-origin';
import { callerOfToken } from '@/lib/auth/service-tokens';
import { bearerOf } from '@/lib/http/bearer';
import { contentAnswer } from '@/lib/http/content-answer';
import { answerMachine } from '@/lib/http/machine-answer';
import { openOwnContent, ownContent } from '@/lib/services/documents/content-for-service';
import { runForService } from '@/lib/services/for-service';

export const dynamic = 'force-dynamic';

/** The content of a document of the calling client service, as it was stored. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerMachine(async (requestId) => {
    const origin = { ...originOf(request.headers), id: requestId };
    const caller = await callerOfToken(bearerOf(request.headers), origin);
    const { id } = await params;
    const found = await runForService(caller, openOwnContent, { id });
    const bytes = await ownContent(caller, found);
    if (!bytes) throw new Error(`the content of document ${found.id} was kept in ${found.place} and is not there`);
    return contentAnswer(found, bytes, true);
  });
}

/** Next would answer HEAD by GET: a look on the record of which nobody saw anything. */
export const HEAD = (): Response => new Response(null, { status: 405, headers: { Allow: 'GET' } });
