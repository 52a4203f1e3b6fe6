import 'server-only';
import { randomUUID } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import type { Visitor } from '@/lib/auth/request-origin';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { visitor } from '@/lib/auth/visitor';
import { Failure } from '@/lib/domain/errors';
import { log } from '@/lib/log';
import { parseInput } from '@/lib/services/authorise';
import type { ActionResult } from './result';

/**
 * A server action for whoever is at the door, nobody's verb: Origin checked, input parsed, failures in the words that
 * every form understands.
 * @param name of what is done, for the log
 */
export function openAction<I extends z.ZodType, T>(
  name: string,
  schema: I,
  run: (input: z.output<I>, from: Visitor) => Promise<T>,
) {
  return async (_previous: ActionResult<T> | null, form: FormData): Promise<ActionResult<T>> => {
    try {
      if (!(await isSameOrigin())) return { ok: false, code: 'forbidden' };
      return { ok: true, data: await run(parseInput(schema, fieldsOf(form)), await visitor()) };
    } catch (error) {
      unstable_rethrow(error);
      return answerTo(error, name);
    }
  };
}

/** Form fields by name; what React adds for itself (`$ACTION…`) is not input. Anybody may post anything, also no form. */
export function fieldsOf(form: unknown): Record<string, unknown> {
  if (!(form instanceof FormData)) return {};
  return Object.fromEntries([...form.entries()].filter(([name]) => !name.startsWith('$')));
}

/** What a form is told of an error: a failure in its code, anything else by a reference to the log. */
export function answerTo(error: unknown, name: string): ActionResult<never> {
  if (error instanceof Failure) {
    return { ok: false, code: error.code, ...(error.fields ? { fields: error.fields } : {}) };
  }
  const reference = randomUUID();
  log().error({ err: error, verb: name, reference }, 'action failed');
  return { ok: false, code: 'unavailable', reference };
}
