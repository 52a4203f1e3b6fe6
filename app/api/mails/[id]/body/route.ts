import { withActor } from '@/lib/auth/api';
import { getMail } from '@/lib/services/mail/get';
import { runQuery } from '@/lib/services/run';

type Params = { params: Promise<{ id: string }> };

/** A mail as its reader sees it, for the frame of its page; middleware.ts gives it a policy of its own. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return withActor(request, async (actor) => {
    const { html } = await runQuery(actor, getMail, { id: (await params).id });
    return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  });
}
