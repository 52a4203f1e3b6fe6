import 'server-only';
import { revalidatePath } from 'next/cache';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { currentActor } from '@/lib/auth/current-actor';
import { isSameOrigin } from '@/lib/auth/same-origin';
import type { Command } from '@/lib/services/define';
import { runCommand } from '@/lib/services/run';
import { answerTo, fieldsOf } from './open-action';
import type { ActionResult } from './result';

type Options = {
  /** Path whose data the write changes; its next view is read anew. */
  refresh?: string;
};

/**
 * The only way a verb becomes a server action. An action can be posted to any path and without Origin, and middleware
 * guards none: here the Origin is checked, the actor loaded afresh, and the verb's runner does the rest.
 */
export function action<I extends z.ZodType, T>(verb: Command<I, T>, options: Options = {}) {
  return async (_previous: ActionResult<T> | null, form: FormData): Promise<ActionResult<T>> => {
    try {
      if (!(await isSameOrigin())) return { ok: false, code: 'forbidden' };
      const actor = await currentActor();
      if (!actor) return { ok: false, code: 'forbidden' };
      const data = await runCommand(actor, verb, fieldsOf(form));
      if (options.refresh) revalidatePath(options.refresh);
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      return answerTo(error, verb.name);
    }
  };
}
