import 'server-only';
import { type AuditEntry, appendAudit } from '@/db/audit';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import type { ServiceCaller } from '@/lib/domain/service-caller';

declare const proof: unique symbol;

/** A result together with the proof that its audit entry was written. Made by `audit` alone. */
export type Recorded<T> = { readonly result: T; readonly [proof]: true };

/** What a write tells the log: what it touched, whose it is, how it was before and after. Never a secret. */
export type Change = Pick<AuditEntry, 'target' | 'partnerId' | 'issuerId' | 'before' | 'after'>;

/** Writes the entry in the transaction at hand and gives the result its proof. */
export type Auditor = <T>(change: Change, result: T) => Promise<Recorded<T>>;

/** The auditor of one run of `action` by `actor`. */
export function auditorOf(db: Database, actor: Actor, action: string): Auditor {
  return async <T>(change: Change, result: T) => {
    await appendAudit(db, entryOf(actor, action, change));
    return { result } as Recorded<T>;
  };
}

/** The auditor of one run of `action` by a client service. */
export function serviceAuditorOf(db: Database, { serviceId, request }: ServiceCaller, action: string): Auditor {
  return async <T>(change: Change, result: T) => {
    const actor = { kind: 'machine', id: serviceId, role: 'client_service' } as const;
    const { address, id: requestId } = request;
    await appendAudit(db, { at: new Date(), actor, action, address, requestId, ...change });
    return { result } as Recorded<T>;
  };
}

/** The audit entry of one act of an operator. */
export function entryOf(actor: Actor, action: string, change: Change): AuditEntry {
  return {
    at: new Date(),
    actor: { kind: 'operator', id: actor.operatorId, role: actor.role },
    action,
    address: actor.request.address,
    requestId: actor.request.id,
    ...change,
  };
}
