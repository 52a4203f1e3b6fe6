import { z } from 'zod';
import type { GrantState } from '@/lib/domain/company';
import { editedVersion } from '@/lib/domain/fields';

export const accessEnding = z.strictObject({ id: z.uuid('invalid'), version: editedVersion });

/** A grant of audit access as its list reads it. */
export type FoundAccess = {
  id: string;
  /** Null where the reader may not see the auditor's account. */
  auditor: string | null;
  email: string;
  issuer: string;
  issuer_id: string;
  state: GrantState;
  /** Local days, both included. */
  valid_from: string;
  valid_to: string;
  /** Milliseconds since 1970. */
  granted: number;
  reason: string;
  version: number;
};

/** A row of the audit accesses as it travels. */
export type AccessRow = readonly [
  id: string,
  auditor: string | null,
  email: string,
  issuer: string,
  state: GrantState,
  from: string,
  to: string,
  grantedAt: number,
  issuerId: string,
  version: number,
];

/** One grant of audit access. Days are local, both included. */
export type AccessDetail = {
  readonly id: string;
  readonly email: string;
  /** Null where the reader may not see the auditor's account. */
  readonly auditor: string | null;
  readonly auditorId: string | null;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly state: GrantState;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly grantedAt: number;
  readonly version: number;
};
