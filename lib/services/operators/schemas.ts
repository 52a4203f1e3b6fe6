import { z } from 'zod';
import type { Status } from '@/lib/domain/company';
import { editedVersion, emailAddress, nameLine, optionalLine } from '@/lib/domain/fields';
import { type Role, roles } from '@/lib/domain/roles';

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
/** What is done with an operator and needs no more words. */
export const operatorAct = z.strictObject({ id, version: editedVersion });

export const invitation = z.strictObject({
  role: z.enum(roles, 'choose'),
  /** Code of the company that it will belong to; only read where the role has one and the actor may choose. */
  company: optionalLine(40),
  email: emailAddress,
  name: nameLine,
  language: z.enum(['pt', 'en'], 'choose'),
});

/** A session that is open. Instants in milliseconds since 1970. */
export type OperatorSession = {
  readonly id: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly address: string;
  /** Browser and system. */
  readonly device: string;
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
  /** When its open invitation expires; null without one. */
  readonly invitedUntil: number | null;
  /** Empty where the ladder forbids to look. */
  readonly sessions: readonly OperatorSession[];
};
