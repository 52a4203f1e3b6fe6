import 'server-only';
import type { z } from 'zod';
import { asService } from '@/db/client';
import type { Database } from '@/db/transaction';
import type { ServiceCaller } from '@/lib/domain/service-caller';
import { reachable } from './authorise';
import { type Auditor, type Recorded, serviceAuditorOf } from './recorded';

type Context<I extends z.ZodType> = { db: Database; caller: ServiceCaller; input: z.output<I> };

/** A read by a client service. What it may see is its own: there is no permission to name beyond the token. */
export type ServiceQuery<I extends z.ZodType, T> = {
  readonly name: string;
  readonly input: I;
  readonly run: (context: Context<I>) => Promise<T>;
};

/** Something that a client service does on the record; as a command, it can only end by what `audit` gave it. */
export type ServiceCommand<I extends z.ZodType, T> = {
  readonly name: string;
  readonly input: I;
  readonly run: (context: Context<I> & { audit: Auditor }) => Promise<Recorded<T>>;
};

/** Runs a read as the client service, in a transaction of its own database role. */
export function readForService<I extends z.ZodType, T>(
  caller: ServiceCaller,
  verb: ServiceQuery<I, T>,
  input: z.output<I>,
): Promise<T> {
  return reachable(asService(caller, 'read', (db) => verb.run({ db, caller, input })));
}

/** Runs a command as the client service: what it does and its audit entry in one transaction. */
export async function runForService<I extends z.ZodType, T>(
  caller: ServiceCaller,
  verb: ServiceCommand<I, T>,
  input: z.output<I>,
): Promise<T> {
  const audit = (db: Database) => serviceAuditorOf(db, caller, verb.name);
  const recorded = await reachable(
    asService(caller, 'write', (db) => verb.run({ db, caller, input, audit: audit(db) })),
  );
  return recorded.result;
}
