import { randomUUID } from 'node:crypto';
import { Failure } from '@/lib/domain/errors';
import { MachineFailure } from '@/lib/domain/machine-failure';
import { log } from '@/lib/log';

const retryAfterSeconds = '5';

/**
 * Answers a machine: what `work` returns with 200, or the error body of product.md section 5. Every answer carries a
 * request id, in the body of an error and in `X-Request-Id`; an unexpected error is logged under it and tells no more.
 */
export async function answerMachine(work: () => Promise<unknown>): Promise<Response> {
  const requestId = randomUUID();
  try {
    return json(await work(), 200, requestId);
  } catch (error) {
    return errorAnswer(error, requestId);
  }
}

function errorAnswer(error: unknown, requestId: string): Response {
  if (error instanceof MachineFailure) {
    const { code, message, details, status } = error;
    return json({ code, message, ...(details.length > 0 ? { details } : {}), requestId }, status, requestId);
  }
  const away = error instanceof Failure && error.code === 'unavailable';
  log()[away ? 'warn' : 'error']({ err: error, requestId }, 'machine request failed');
  return away
    ? json({ code: '0.0.1', message: 'The service is not available; try again later.', requestId }, 503, requestId)
    : json({ code: '0.0.1', message: 'Unexpected error.', requestId }, 500, requestId);
}

function json(body: unknown, status: number, requestId: string): Response {
  return Response.json(body, {
    status,
    headers: {
      'Cache-Control': 'private, no-store',
      'X-Request-Id': requestId,
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(status === 503 ? { 'Retry-After': retryAfterSeconds } : {}),
    },
  });
}
