import 'server-only';
import type { z } from 'zod';
import { isDatabaseUnavailable } from '@/db/errors';
import type { Actor } from '@/lib/domain/actor';
import { Failure, forbidden, unavailable } from '@/lib/domain/errors';
import { reachOf } from '@/lib/domain/permissions';
import type { AnyVerb } from './define';
import { recordRefusal } from './refusals';

/** Commands that the operator of a suspended company may still run on its own account. */
const allowedWhileSuspended: readonly string[] = [
  'profile.update',
  'profile.rename',
  'profile.verify',
  'profile.change_password',
  'profile.end_session',
  'second_factor.begin',
  'second_factor.confirm',
  'second_factor.renew_codes',
  'second_factor.remove',
  'documents.content',
  'documents.validate',
  'views.save',
  'views.rename',
  'views.remove',
  'views.makeDefault',
  'columns.save',
  'exports.record',
  'exports.start',
  'exports.cancel',
  'exports.fetch',
  // The one way back of a suspended company; the verbs take no other status from it.
  'issuers.change_status',
  'partners.change_status',
];

/**
 * Refuses, on the record, an actor whose role lacks the verb's permission, any change by a suspended company, and
 * everything beside its own account to who must add a second factor first.
 * @throws Failure forbidden; with the field `step` when the password must be given again
 */
export async function authorise(actor: Actor, verb: AnyVerb): Promise<void> {
  const permitted = reachOf(verb.permission, actor.role) !== null;
  const frozen = verb.kind === 'command' && actor.readOnly && !allowedWhileSuspended.includes(verb.name);
  if (!permitted || frozen || (actor.mustEnrol && !allowedBeforeEnrolment.test(verb.name))) {
    await recordRefusal(actor, verb.name);
    throw forbidden();
  }
  if (verb.stepUp && Date.now() - actor.verifiedAt > provenForMs) {
    throw new Failure('forbidden', 'step up', { step: 'step_up' });
  }
}

/** Who must add a second factor first may do that, and what one's own account needs. */
const allowedBeforeEnrolment = /^(profile|second_factor)\./;
/** How long a password that was given counts for what asks for it again. */
const provenForMs = 10 * 60_000;

/**
 * Parses input by the verb's schema.
 * @throws Failure invalid, with one message a field
 */
export function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'form'] ??= issue.message;
  throw new Failure('invalid', 'invalid', fields);
}

/** Turns "the database is away" into the failure that pages and actions know; everything else passes as it is. */
export async function reachable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isDatabaseUnavailable(error) ? Object.assign(unavailable(), { cause: error }) : error;
  }
}
