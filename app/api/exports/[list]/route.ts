import { withActor } from '@/lib/auth/api';
import { sessionWatch } from '@/lib/auth/current-actor';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { getFormat } from '@/lib/format/server';
import { announce } from '@/lib/services/exports/deliver';
import { fileHeaders } from '@/lib/services/exports/file';
import { readOrder } from '@/lib/services/exports/order';
import { startExport } from '@/lib/services/exports/start';
import { streamExport } from '@/lib/services/exports/stream';
import { runCommand } from '@/lib/services/run';

type Context = { params: Promise<{ list: string }> };

/** What is asked for, and who asks: in the language of the page that it comes from, which its file speaks too. */
async function asked(request: Request, { params }: Context, actor: Actor) {
  const [{ list }, { language }] = await Promise.all([params, getFormat()]);
  const { format, ...order } = readOrder(list, Object.fromEntries(new URL(request.url).searchParams), language);
  return { format, order, speaker: { ...actor, language } };
}

/**
 * A list's filter as a file: `format=csv|xlsx`, up to 10,000 rows; above, 409 says how many there are. Without a format:
 * what it would hold, the rows counted exactly.
 */
export function GET(request: Request, context: Context): Promise<Response> {
  return withActor(request, async (actor) => {
    const { format, order, speaker } = await asked(request, context, actor);
    if (format === null || request.method === 'HEAD') {
      return Response.json(await announce(speaker, order));
    }
    const { rows, body } = await streamExport(speaker, { format, ...order }, await sessionWatch());
    return new Response(body, { headers: fileHeaders({ list: order.list, format, rows, at: Date.now() }) });
  });
}

/** Starts the same export in the background, whatever its size. */
export function POST(request: Request, context: Context): Promise<Response> {
  return withActor(request, async (actor) => {
    const { format, order, speaker } = await asked(request, context, actor);
    if (format === null) throw new Failure('invalid', 'invalid', { format: 'csv, xlsx' });
    return Response.json(await runCommand(speaker, startExport, { format, ...order }), { status: 202 });
  });
}
