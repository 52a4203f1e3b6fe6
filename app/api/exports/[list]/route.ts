import { withActor } from '@/lib/auth/api';
import { sessionWatch } from '@/lib/auth/current-actor';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { announce } from '@/lib/services/exports/deliver';
import { fileHeaders } from '@/lib/services/exports/file';
import { readOrder } from '@/lib/services/exports/order';
import { startExport } from '@/lib/services/exports/start';
import { streamExport } from '@/lib/services/exports/stream';
import { runCommand } from '@/lib/services/run';

type Context = { params: Promise<{ list: string }> };

async function orderOf(request: Request, { params }: Context, actor: Actor) {
  const { list } = await params;
  return readOrder(list, Object.fromEntries(new URL(request.url).searchParams), actor.language);
}

/**
 * A list's filter as a file: `format=csv|xlsx`, up to 10,000 rows; above, 409 says how many there are. Without a format:
 * what it would hold, the rows counted exactly.
 */
export function GET(request: Request, context: Context): Promise<Response> {
  return withActor(request, async (actor) => {
    const { format, ...order } = await orderOf(request, context, actor);
    if (format === null || request.method === 'HEAD') {
      return Response.json(await announce(actor, order));
    }
    const { rows, body } = await streamExport(actor, { format, ...order }, await sessionWatch());
    return new Response(body, { headers: fileHeaders({ list: order.list, format, rows, at: Date.now() }) });
  });
}

/** Starts the same export in the background, whatever its size. */
export function POST(request: Request, context: Context): Promise<Response> {
  return withActor(request, async (actor) => {
    const { format, ...order } = await orderOf(request, context, actor);
    if (format === null) throw new Failure('invalid', 'invalid', { format: 'csv, xlsx' });
    return Response.json(await runCommand(actor, startExport, { format, ...order }), { status: 202 });
  });
}
