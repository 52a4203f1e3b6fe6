import { z } from 'zod';

/** Before which act a page of activity begins: `<milliseconds>.<seq>.<chain>`. */
const cursor = z
  .string()
  .regex(/^\d{1,15}\.\d{1,15}\.[0-9a-f-]{36}$/)
  .nullable();

/** `company`: all that is in the chain of an issuer or partner. Anything else: what was done to that one thing. */
export const activityInput = z.strictObject({
  of: z.enum(['company', 'thing']),
  id: z.uuid(),
  before: cursor.catch(null),
});

export const ownActivityInput = z.strictObject({ before: cursor.catch(null) });

/** A value of a field, before or after. */
type Value = string | number | boolean | null;

/** One act, as the log has it. */
export type Act = {
  /** Names it as a cursor does. */
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Verb name, `refused:<verb>` or an act of the gate. */
  readonly action: string;
  readonly actor: {
    readonly kind: 'operator' | 'machine';
    readonly role: string;
    /** Null where the reader may not know the person: another company's, or an administrator. */
    readonly name: string | null;
    readonly oneself: boolean;
  };
  readonly target: { readonly type: string; readonly id: string; readonly name: string | null };
  readonly fields: readonly { readonly field: string; readonly before: Value; readonly after: Value }[];
};

export type ActivityPage = {
  readonly acts: readonly Act[];
  /** Where the next page begins; null at the end. */
  readonly older: string | null;
};
