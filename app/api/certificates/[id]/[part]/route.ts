import { withActor } from '@/lib/auth/api';
import { certificateFile } from '@/lib/services/certificates/file';
import { runQuery } from '@/lib/services/run';

type Params = { params: Promise<{ id: string; part: string }> };

/** A public certificate, or it with those above it, as PEM. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return withActor(request, async (actor) => {
    const { name, text } = await runQuery(actor, certificateFile, await params);
    return new Response(text, {
      headers: {
        'Content-Type': 'application/x-pem-file',
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    });
  });
}
