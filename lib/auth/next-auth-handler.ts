import 'server-only';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { Failure } from '@/lib/domain/errors';
import { tellNextAuth } from '@/lib/env';
import { log } from '@/lib/log';
import { problem } from './api';
import { currentActor } from './current-actor';
import { type Heard, nextAuthOptions } from './next-auth-options';
import { isSameOrigin } from './same-origin';
import { rememberLanguage, visitor } from './visitor';

export type NextAuthContext = { params: Promise<{ nextauth: string[] }> };

/**
 * Answers `/api/auth/*`. The session endpoint is ours: next-auth would answer from the token alone, also for an operator
 * who has lost access. Its other answers are next-auth's own.
 */
export async function answerNextAuth(request: NextRequest, context: NextAuthContext): Promise<Response> {
  const { nextauth } = await context.params;
  const from = await visitor();
  try {
    // Programs sign in without Origin; a page of somebody else's never does.
    const foreign = request.headers.has('origin') && !(await isSameOrigin(request.headers));
    if (request.method === 'POST' && foreign) return problem('forbidden', from.origin.id);
    if (nextauth[0] === 'session') return uncached(Response.json(await session()));
    return uncached(await delegate(request, context));
  } catch (error) {
    if (error instanceof Failure) return problem(error.code, from.origin.id);
    log().error({ err: error, requestId: from.origin.id }, 'request failed');
    return problem('unexpected', from.origin.id);
  }
}

/** A session that is not used again ends after this. */
const idleMs = 30 * 60 * 1_000;

/** What the session is worth now: nothing when it has ended or the operator has lost access. */
async function session() {
  const actor = await currentActor();
  if (!actor) return {};
  const { name, email, role } = actor;
  return { user: { name, email, role }, expires: new Date(Date.now() + idleMs).toISOString() };
}

async function delegate(request: NextRequest, context: NextAuthContext): Promise<Response> {
  tellNextAuth();
  const heard: Heard = {};
  const options = nextAuthOptions(await visitor(), heard);
  const answer: Response = await NextAuth(request, context, options);
  // next-auth turns every error into "wrong password": a database that is away is something else.
  if (heard.failure !== undefined) throw heard.failure;
  if (heard.outcome?.kind === 'entered') await rememberLanguage(heard.outcome.language);
  if (heard.outcome?.kind !== 'limited') return answer;
  const limited = new Response(answer.body, { status: 429, headers: answer.headers });
  limited.headers.set('Retry-After', String(heard.outcome.seconds));
  return limited;
}

function uncached(answer: Response): Response {
  answer.headers.set('Cache-Control', 'private, no-store');
  return answer;
}
