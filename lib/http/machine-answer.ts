import { randomUUID } from 'node:crypto';
import { Failure } from '@/lib/domain/errors';
import { MachineFailure } from '@/lib/domain/machine-failure';
import { log } from '@/lib/log';

const retryAfterSeconds = 5;

/**
 * Answers a machine: what `work` returns with 200 (a Response as it is), or the error body of product.md section 5.
 * Every answer carries a request id, in the body of an error and in `X-Request-Id`; an unexpected error is logged under
 * it and tells no more.
 */
export async function answerMachine(work: (requestId: string) => Promise<unknown>): Promise<Response> {
  const requestId = randomUUID();
  try {
    const result = await work(requestId);
    if (!(result instanceof Response)) return json(result, 200, requestId);
    result.headers.set('X-Request-Id', requestId);
    return result;
  } catch (error) {
    return errorAnswer(error, requestId);
  }
}

function errorAnswer(error: unknown, requestId: string): Response {
  if (error instanceof MachineFailure) {
    const { code, message, details, status, retryAfter } = error;
    const body = { code, message, ...(details.length > 0 ? { details } : {}), requestId };
    return json(body, status, requestId, retryAfter);
  }
  const away = error instanceof Failure && error.code === 'unavailable';
  log()[away ? 'warn' : 'error']({ err: error, requestId }, 'machine request failed');
  return away
    ? json({ code: '0.0.1', message: 'The service is not available; try again later.', requestId }, 503, requestId)
    : json({ code: '0.0.1', message: 'Unexpected error.', requestId }, 500, requestId);
}

function json(body: unknown, status: number, requestId: string, retryAfter?: number): Response {
  const wait = retryAfter ?? (status === 503 ? retryAfterSeconds : null);
  return Response.json(body, {
    status,
    headers: {
      'Cache-Control': 'private, no-store',
      'X-Request-Id': requestId,
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(wait === null ? {} : { 'Retry-After': String(wait) }),
    },
  });
}
