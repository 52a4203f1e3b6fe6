import 'server-only';
import type { z } from 'zod';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { Permission } from '@/lib/domain/permissions';
import type { Auditor, Recorded } from './recorded';

type Named<I extends z.ZodType> = { readonly name: string; readonly permission: Permission; readonly input: I };

/** A read. Without permission it cannot be declared; only the runners of this folder call `run`. */
export type Query<I extends z.ZodType, T> = Named<I> & {
  readonly kind: 'query';
  // A method, not a property: its parameter is then bivariant, and readAll can hold verbs of different inputs.
  run(context: { db: Database; actor: Actor; input: z.output<I> }): Promise<T>;
};

/** A write. Its handler can only end by handing out what `audit` gave it: a write without an entry does not type-check. */
export type Command<I extends z.ZodType, T> = Named<I> & {
  readonly kind: 'command';
  /** Only for who has proved within ten minutes to be the one who signed in (security.md, Sign-in). */
  readonly stepUp?: true;
  readonly run: (context: { db: Database; actor: Actor; input: z.output<I>; audit: Auditor }) => Promise<Recorded<T>>;
};

/** Machine writes that are their own record and add no audit entry (product.md, audit trail): this list is literal. */
export type SelfRecorded =
  | 'operations.register'
  | 'documents.expect_content'
  | 'documents.begin_content'
  | 'documents.keep_content'
  | 'usage.fold';

/** A write by a machine: its rows are its record. */
export type MachineCommand<I extends z.ZodType, T> = {
  readonly kind: 'machine';
  readonly name: SelfRecorded;
  readonly record: 'operation';
  readonly input: I;
  readonly run: (context: { db: Database; input: z.output<I> }) => Promise<T>;
};

export type AnyVerb = {
  readonly kind: 'query' | 'command';
  readonly name: string;
  readonly permission: Permission;
  readonly stepUp?: true;
};

const registry = new Map<string, AnyVerb>();

/** Every verb declared so far, by name; the access matrix walks it. */
export function verbs(): ReadonlyMap<string, AnyVerb> {
  return registry;
}

function register(verb: AnyVerb): void {
  registry.set(verb.name, verb);
}

/** Declares a read verb. `input` is a strict zod schema; `run` returns only what the screen shows. */
export function query<I extends z.ZodType, T>(verb: Omit<Query<I, T>, 'kind'>): Query<I, T> {
  const defined = { kind: 'query', ...verb } as const;
  register(defined);
  return defined;
}

/** Declares a write verb. */
export function command<I extends z.ZodType, T>(verb: Omit<Command<I, T>, 'kind'>): Command<I, T> {
  const defined = { kind: 'command', ...verb } as const;
  register(defined);
  return defined;
}

/** Declares a machine's write, whose rows are its record. */
export function machineCommand<I extends z.ZodType, T>(verb: Omit<MachineCommand<I, T>, 'kind'>): MachineCommand<I, T> {
  return { kind: 'machine', ...verb };
}
