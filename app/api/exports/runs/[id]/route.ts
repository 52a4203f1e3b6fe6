import { withActor } from '@/lib/auth/api';
import { getExport } from '@/lib/services/exports/read';
import { cancelExport } from '@/lib/services/exports/start';
import { runCommand, runQuery } from '@/lib/services/run';

type Context = { params: Promise<{ id: string }> };

/** How far a background export of one's own is. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return withActor(request, async (actor) => Response.json(await runQuery(actor, getExport, await params)));
}

/** Cancels it. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return withActor(request, async (actor) => Response.json(await runCommand(actor, cancelExport, await params)));
}
