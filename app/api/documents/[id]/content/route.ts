import { contentAnswer } from '@/lib/http/content-answer';
import { log } from '@/lib/log';
import { ContentClosed, contentFor, openContent } from '@/lib/services/documents/content';
import { runCommand } from '@/lib/services/run';
import { noHead, withLook } from '../look';

type Params = { params: Promise<{ id: string }> };

/** A document's content, for the preview in the page or, with `?download=1`, to be saved. Each look is on the record. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return withLook(request, async (actor) => {
    const { id } = await params;
    const download = new URL(request.url).searchParams.get('download') === '1';
    const found = await runCommand(actor, openContent, { id, download });
    const bytes = await contentFor(actor, found);
    if (bytes) return contentAnswer(found, bytes, download);
    log().error({ document: id, place: found.place }, 'a content that was kept is not there');
    throw new ContentClosed('lost');
  });
}

export const HEAD = noHead;
