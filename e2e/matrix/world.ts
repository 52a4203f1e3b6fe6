import { readFileSync, writeFileSync } from 'node:fs';
import type { PartnerName, Tenant } from './people';

/** A company's rows. Operation 0 is folded into the roll-up already, operation 1 not yet. */
export type TenantRows = {
  issuerId: string;
  serviceId: string;
  operations: [string, string];
  /** Signed items of the two operations: any sum of such numbers tells which rows were summed. */
  weights: [number, number];
  wallet: string;
  certificate: string;
  /** An enrolment under way. */
  flow: string;
};

/** What prepare.ts made, and the cookies that signing in gave. */
export type World = {
  tenants: Record<Tenant, TenantRows>;
  partners: Record<Exclude<PartnerName, 'house'>, string>;
  housePartnerId: string;
  operators: Record<string, { id: string; email: string }>;
  /** An export of everybody who signs in, whose file says whose it is. */
  exports: Record<string, string>;
  /** Grants of audit access, `<auditor> to <issuer>`. */
  accesses: Record<string, { id: string; tenant: Tenant; auditor: string }>;
  /** A certificate authority, nobody's. */
  authority: string;
  /** A mail of the outbox. */
  mail: string;
  password: string;
  cookies: Record<string, string>;
};

export const readWorld = (file: string): World => JSON.parse(readFileSync(file, 'utf8'));
export const writeWorld = (file: string, world: World): void => writeFileSync(file, JSON.stringify(world, null, 2));
