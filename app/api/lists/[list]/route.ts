import { withActor } from '@/lib/auth/api';
import { notFound } from '@/lib/domain/errors';
import { directoryOf } from '@/lib/services/directories';
import { answerDirectory } from '@/lib/services/directory/answer';

/** A page of a directory as data: the same address, the same rows as the page itself. `total=known` skips the count. */
export function GET(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  return withActor(request, async (actor) => {
    const of = directoryOf((await params).list);
    if (of === null) throw notFound();
    const { total, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
    return Response.json(await answerDirectory(actor, of, asked, total !== 'known'));
  });
}
