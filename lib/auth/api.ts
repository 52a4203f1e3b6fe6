import 'server-only';
import { mayOpen } from '@/lib/domain/access';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { currentActor } from './current-actor';
import { requestOrigin } from './request-origin';
import { isAskedByUs, isSameOrigin } from './same-origin';

const answers = {
  unauthenticated: { status: 401, message: 'Sign in first.' },
  forbidden: { status: 403, message: 'Your role does not permit this.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  conflict: { status: 409, message: 'It was changed meanwhile.' },
  invalid: { status: 400, message: 'A parameter is invalid.' },
  limited: { status: 429, message: 'Too many requests.' },
  unavailable: { status: 503, message: 'Try again in a moment.' },
  unexpected: { status: 500, message: 'Something failed on our side.' },
} as const;

type Problem = keyof typeof answers;

/** The JSON of a refusal: `{ code, message, requestId }`, never cached. */
export function problem(code: Problem, requestId: string, fields?: Readonly<Record<string, string>>): Response {
  const { status, message } = answers[code];
  const body = { code, message, requestId, ...(fields ? { details: fields } : {}) };
  const retry = code === 'limited' || code === 'unavailable' ? { 'Retry-After': '5' } : undefined;
  return Response.json(body, { status, headers: { ...headersOf(requestId), ...retry } });
}

function headersOf(requestId: string): Record<string, string> {
  return { 'Cache-Control': 'private, no-store', 'X-Request-Id': requestId };
}

/** `records`: a read that the activity keeps as an act of the operator's, so that no page of others may ask for it. */
type Door = { readonly records?: boolean };

/**
 * The door of a route handler for operators: fresh actor, role, Origin of what is no read; then `handler`, whose
 * failures become 400 to 503. Its answer is marked as nobody else's to keep.
 */
export async function withActor(
  request: Request,
  handler: (actor: Actor) => Promise<Response>,
  { records = false }: Door = {},
): Promise<Response> {
  const { id } = await requestOrigin();
  try {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const actor = await currentActor();
    if (!actor) return problem('unauthenticated', id);
    if (!mayOpen(actor.role, pathOf(request))) return problem('forbidden', id);
    if (!reads && !(await isSameOrigin(request.headers))) return problem('forbidden', id);
    if (records && !isAskedByUs(request.headers)) return problem('forbidden', id);
    const answer = await handler(actor);
    for (const [name, value] of Object.entries(headersOf(id))) answer.headers.set(name, value);
    return answer;
  } catch (error) {
    if (error instanceof Failure) return problem(error.code, id, error.fields);
    log().error({ err: error, requestId: id }, 'request failed');
    return problem('unexpected', id);
  }
}

/** The path as the access table writes it: without base path. */
function pathOf(request: Request): string {
  const { pathname } = new URL(request.url);
  const { BASE_PATH } = env();
  return BASE_PATH && pathname.startsWith(`${BASE_PATH}/`) ? pathname.slice(BASE_PATH.length) : pathname;
}
