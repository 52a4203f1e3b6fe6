import { z } from 'zod';
import { callOut, type OutboundAllowance, OutboundError } from '@/lib/outbound/call-out';
import { AuthorityError, refused } from '../authority-error';
import { refusalOf } from './refusals';
import { errorAnswer } from './schemas';

/** One request: JSON to a method of the protocol, or a form to the token endpoint. */
export type Call<Answer> = {
  readonly method: string;
  readonly url: string;
  readonly allow: OutboundAllowance;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown | URLSearchParams;
  /** Absent: the answer is empty (204). */
  readonly answer?: z.ZodType<Answer>;
  /** Asked again once when it was lost: only where asking twice does nothing twice. */
  readonly idempotent: boolean;
};

/**
 * Asks and reads the answer.
 * @throws AuthorityError for every other end; an answer that cannot be read is `not-confirmed`, since what was asked may
 *   have been done
 */
export async function call<Answer>(asked: Call<Answer>): Promise<Answer> {
  try {
    return await once(asked);
  } catch (error) {
    const lost = error instanceof AuthorityError && error.outcome.kind !== 'refused';
    if (!asked.idempotent || !lost) throw error;
    return once(asked);
  }
}

async function once<Answer>({ method, url, allow, headers, body, answer }: Call<Answer>): Promise<Answer> {
  const isForm = body instanceof URLSearchParams;
  const response = await callOut({
    url,
    method: 'POST',
    headers: {
      ...headers,
      accept: 'application/json',
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json; charset=utf-8',
    },
    body: isForm ? body.toString() : JSON.stringify(body),
    allow,
  }).catch((cause: unknown) => {
    throw lostOf(method, cause);
  });
  const json = jsonOf(response.body);
  if (response.status >= 400) throw refusalIn(method, response.status, json);
  const read = (answer ?? z.any()).safeParse(json);
  if (!read.success || response.status >= 300) {
    throw new AuthorityError({ kind: 'not-confirmed' }, method, { cause: read.error });
  }
  return read.data as Answer;
}

/** An address that may not be called, or that nobody answers at, has done nothing; all else may have. */
function lostOf(method: string, cause: unknown): AuthorityError {
  const sent = !(cause instanceof OutboundError) || cause.sent;
  return new AuthorityError({ kind: sent ? 'not-confirmed' : 'unreachable' }, method, { cause });
}

/** 5xx without an error of the protocol says nothing of what was done. */
function refusalIn(method: string, status: number, json: unknown): AuthorityError {
  const { data } = errorAnswer.safeParse(json);
  if (!data && status >= 500) return new AuthorityError({ kind: 'not-confirmed' }, method);
  return refused(method, refusalOf(status, data?.error ?? '', data?.error_description ?? ''));
}

function jsonOf(body: Uint8Array): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}
