import type { Role } from '@/lib/domain/roles';

/** Database roles that a transaction may enter; NOLOGIN, one per kind of caller. */
export const databaseRoles = [
  'administrator',
  'partner',
  'issuer',
  'auditor',
  'client_service',
  'gate',
  'guest',
  'system',
] as const satisfies readonly (Role | string)[];

export type DatabaseRole = (typeof databaseRoles)[number];
