import { z } from 'zod';
import type { GrantState } from '@/lib/domain/company';
import { editedVersion, emailAddress, nameLine, optionalLine } from '@/lib/domain/fields';

export const accessEnding = z.strictObject({ id: z.uuid('invalid'), version: editedVersion });

const day = z.iso.date('day').refine((each) => each >= '2000-01-01' && each < '2200-01-01', 'day');

/** A grant: to whom, to what, from when to when (local days, both included). */
export const accessGrant = z
  .strictObject({
    /** Code of the issuer; an issuer's own operators leave it out. */
    issuer: optionalLine(40),
    email: emailAddress,
    name: nameLine,
    from: day,
    to: day,
    reason: optionalLine(500),
    language: z.enum(['pt', 'en'], 'choose'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'day_order' });

/** Another last day. */
export const accessExtension = z.strictObject({ id: z.uuid('invalid'), version: editedVersion, to: day });

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
