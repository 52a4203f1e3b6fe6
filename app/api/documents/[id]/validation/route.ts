import { askValidation, validateContent } from '@/lib/services/documents/validate';
import { runCommand } from '@/lib/services/run';
import { noHead, withLook } from '../look';

type Params = { params: Promise<{ id: string }> };

/** A report on the signatures of a document and whether it is what was registered. Each look is on the record. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return withLook(request, async (actor) => {
    const { id } = await params;
    return Response.json(await validateContent(await runCommand(actor, askValidation, { id })));
  });
}

export const HEAD = noHead;
