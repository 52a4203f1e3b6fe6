import { originOf } from '@/lib/auth/request-origin';
import { callerOfToken } from '@/lib/auth/service-tokens';
import { bearerOf } from '@/lib/http/bearer';
import { answerMachine } from '@/lib/http/machine-answer';
import { readForService } from '@/lib/services/for-service';
import { getOwnOperation } from '@/lib/services/machine/operations';

export const dynamic = 'force-dynamic';

/** One operation of the calling client service. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerMachine(async (requestId) => {
    const origin = { ...originOf(request.headers), id: requestId };
    const caller = await callerOfToken(bearerOf(request.headers), origin);
    const { id } = await params;
    return readForService(caller, getOwnOperation, { id });
  });
}
