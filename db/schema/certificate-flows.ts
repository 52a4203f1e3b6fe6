import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type FlowStep, flowSteps } from '@/lib/domain/certificate';
import { authorities } from './authorities';
import { certificates } from './certificates';
import { bytea, createdAt, id, instant, issuerId, oneOf, partnerId, updatedAt } from './columns';
import { issuers } from './issuers';

/** A credential that one may choose from. */
export type Candidate = {
  readonly id: string;
  readonly commonName: string;
  readonly issuerName: string;
  readonly serial: string;
  /** Milliseconds since 1970. */
  readonly validTo: number;
  /** Why it cannot be chosen; null: it can. */
  readonly unfit: 'scal' | 'disabled' | 'expired' | 'revoked' | 'enrolled' | 'other' | null;
  readonly authMode: 'implicit' | 'explicit' | 'oauth2code';
  readonly pin: boolean;
  readonly otp: 'none' | 'online' | 'offline';
};

/**
 * Enrolments and renewals under way and their ends: one round trip of a person to an authority and back. What is secret
 * on the way is sealed, and emptied at the end: the verifier of the round trip, what the person brought (code, or PIN and
 * OTP), the tokens that the authority gave for it.
 */
export const certificateFlows = pgTable(
  'certificate_flows',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    authorityId: uuid('authority_id')
      .notNull()
      .references(() => authorities.id),
    /** The certificate that is renewed, or that came of the enrolment. */
    certificateId: uuid('certificate_id').references(() => certificates.id),
    kind: text('kind').$type<'enrol' | 'renew'>().notNull(),
    /** While it is open, the wallet cannot be deleted; afterwards it may be gone. */
    walletId: uuid('wallet_id').notNull(),
    alias: text('alias').notNull(),
    operatorId: uuid('operator_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    step: text('step').$type<FlowStep>().notNull(),
    /** What went wrong, or why it ended: a refusal of lib/signing or a word of the flow's own. */
    outcome: text('outcome'),
    stateHash: bytea('state_hash'),
    verifier: bytea('verifier'),
    answer: bytea('answer'),
    access: bytea('access'),
    candidates: jsonb('candidates').$type<readonly Candidate[]>(),
    credentialId: text('credential_id'),
    /** When the code that was sent is no longer good. */
    otpUntil: instant('otp_until'),
    attempts: integer('attempts').notNull().default(0),
    /** While a job asks the authority: no other one does. */
    claimedAt: instant('claimed_at'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'certificate_flows_issuer',
      columns: [t.issuerId, t.partnerId],
      foreignColumns: [issuers.id, issuers.partnerId],
    }),
    uniqueIndex('certificate_flows_state').on(t.stateHash),
    uniqueIndex('certificate_flows_one_renewal')
      .on(t.certificateId)
      .where(sql`kind = 'renew' and step not in ('granted', 'refused', 'cancelled', 'expired')`),
    index('certificate_flows_certificate').on(t.certificateId, t.createdAt),
    index('certificate_flows_open')
      .on(t.expiresAt)
      .where(sql`step not in ('granted', 'refused', 'cancelled', 'expired')`),
    check('certificate_flows_step', oneOf('step', flowSteps)),
    check('certificate_flows_kind', oneOf('kind', ['enrol', 'renew'])),
  ],
);
