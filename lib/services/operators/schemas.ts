import { z } from 'zod';
import type { Status } from '@/lib/domain/company';
import { editedVersion, nameLine, optionalLine } from '@/lib/domain/fields';
import type { Role } from '@/lib/domain/roles';

/** An operator as its list reads it. */
export type FoundOperator = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: Status;
  /** Null for who belongs to none. */
  company: string | null;
  /** Milliseconds since 1970; null for who never signed in. */
  signed_in: number | null;
  registered: number;
};

/** A row of the operators list as it travels. */
export type OperatorRow = readonly [
  id: string,
  name: string,
  email: string,
  role: Role,
  status: Status,
  company: string | null,
  signedInAt: number | null,
  registeredAt: number,
];

const id = z.uuid('invalid');

export const operatorRenaming = z.strictObject({ id, version: editedVersion, name: nameLine });
export const operatorStatusChange = z.strictObject({
  id,
  version: editedVersion,
  status: z.enum(['active', 'suspended', 'blocked', 'deleted'], 'choose'),
  reason: optionalLine(500),
});
export const sessionsEnding = z.strictObject({ id, version: editedVersion });

/** A session that is open. Instants in milliseconds since 1970. */
export type OperatorSession = {
  readonly id: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly address: string;
  readonly userAgent: string;
};

/** One operator. Instants in milliseconds since 1970. */
export type OperatorDetail = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly status: Status;
  readonly language: 'pt' | 'en';
  /** Null for who belongs to none. */
  readonly company: { readonly kind: 'issuer' | 'partner'; readonly id: string; readonly name: string } | null;
  readonly signedInAt: number | null;
  readonly registeredAt: number;
  readonly version: number;
  readonly oneself: boolean;
  /** The ladder lets whom asked change it. */
  readonly touchable: boolean;
  readonly transitions: readonly Status[];
  /** Empty where the ladder forbids to look. */
  readonly sessions: readonly OperatorSession[];
};
