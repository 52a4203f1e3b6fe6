import { withActor } from '@/lib/auth/api';
import { sessionWatch } from '@/lib/auth/current-actor';
import { fileHeaders } from '@/lib/services/exports/file';
import { streamRun } from '@/lib/services/exports/stream';

/** The file of a background export, to its operator alone and for 24 hours. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return withActor(request, async (actor) => {
    const { id } = await params;
    const { run, body } = await streamRun(actor, id, await sessionWatch());
    const headers = fileHeaders({ ...run, at: run.createdAt });
    return new Response(body, { headers: { ...headers, 'Content-Length': String(run.bytes) } });
  });
}
