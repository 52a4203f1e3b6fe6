import 'server-only';
import { and, eq } from 'drizzle-orm';
import { auditLog } from '@/db/schema';
import { inScope, isOneself } from '@/db/scope';
import { query } from '../define';
import { readActs } from './read';
import { type ActivityPage, activityInput, ownActivityInput } from './schemas';

/**
 * What was done to a thing, or all that happened in a company, as far as it lies in the actor's scope: of what is
 * foreign or absent there is nothing. The page asks for the thing itself first, which answers 404.
 */
export const listActivity = query({
  name: 'activity.list',
  permission: 'activity.view',
  input: activityInput,
  run: ({ db, actor, input: { of, id, before } }): Promise<ActivityPage> =>
    readActs(
      db,
      actor,
      and(inScope(actor, auditLog), of === 'company' ? eq(auditLog.tenant, id) : eq(auditLog.targetId, id)),
      before,
    ),
});

/** What the operator did itself. */
export const ownActivity = query({
  name: 'activity.own',
  permission: 'profile.view',
  input: ownActivityInput,
  run: ({ db, actor, input }): Promise<ActivityPage> =>
    readActs(db, actor, isOneself(actor, auditLog.actorId), input.before),
});
