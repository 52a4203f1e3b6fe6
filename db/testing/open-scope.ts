import { sql } from 'drizzle-orm';
import * as fenced from '../scope';

/**
 * db/scope.ts without its fence: every condition is true. The access matrix builds a copy of the product with this in
 * its place, to prove that row-level security holds alone. What becomes no SQL condition stays as it is.
 */
const open = {
  inScope: () => undefined,
  issuersApart: () => null,
  inPartnerScope: () => undefined,
  inServiceScope: () => undefined,
  operatorsInScope: () => undefined,
  isOneself: () => sql`true`,
  scopeOf: fenced.scopeOf,
  serviceScopeOf: fenced.serviceScopeOf,
  machineScope: fenced.machineScope,
} satisfies typeof fenced;

export const inScope: typeof fenced.inScope = open.inScope;
export const issuersApart: typeof fenced.issuersApart = open.issuersApart;
export const inPartnerScope: typeof fenced.inPartnerScope = open.inPartnerScope;
export const inServiceScope: typeof fenced.inServiceScope = open.inServiceScope;
export const operatorsInScope: typeof fenced.operatorsInScope = open.operatorsInScope;
export const isOneself: typeof fenced.isOneself = open.isOneself;
export const { scopeOf, serviceScopeOf, machineScope } = open;
