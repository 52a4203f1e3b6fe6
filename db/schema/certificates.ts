import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type RevocationState, revocationStates } from '@/lib/domain/certificate';
import type { KeyAlgorithm } from '@/lib/domain/signature';
import { keyAlgorithms } from '@/lib/domain/signature';
import { authorities } from './authorities';
import { bytea, byteas, createdAt, id, instant, issuerId, oneOf, partnerId, updatedAt, version } from './columns';
import { issuers } from './issuers';

/** Named groups of an issuer's certificates; a client service signs from a wallet with its current one. */
export const wallets = pgTable(
  'wallets',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    name: text('name').notNull(),
    /** The one that every issuer has; it cannot be deleted. */
    principal: boolean('principal').notNull().default(false),
    /** Of its own certificates; null while it has none. */
    currentId: uuid('current_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'wallets_issuer',
      columns: [t.issuerId, t.partnerId],
      foreignColumns: [issuers.id, issuers.partnerId],
    }),
    unique('wallets_id_issuer').on(t.id, t.issuerId),
    uniqueIndex('wallets_name').on(t.issuerId, sql`lower(${t.name})`),
    uniqueIndex('wallets_principal').on(t.issuerId).where(sql`principal`),
    index('wallets_partner').on(t.partnerId),
  ],
);

/** Remote credentials of issuers. What their key may do now is the grant that `grantId` names. */
export const certificates = pgTable(
  'certificates',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    authorityId: uuid('authority_id')
      .notNull()
      .references(() => authorities.id),
    walletId: uuid('wallet_id').notNull(),
    credentialId: text('credential_id').notNull(),
    alias: text('alias').notNull(),
    subject: text('subject').notNull(),
    commonName: text('common_name').notNull(),
    issuerName: text('issuer_name').notNull(),
    /** Hexadecimal, upper case. */
    serial: text('serial').notNull(),
    validFrom: instant('valid_from').notNull(),
    validTo: instant('valid_to').notNull(),
    keyAlgorithm: text('key_algorithm').$type<KeyAlgorithm>().notNull(),
    keyLength: integer('key_length').notNull(),
    scal: text('scal').notNull(),
    multisign: integer('multisign').notNull(),
    authMode: text('auth_mode').$type<'implicit' | 'explicit' | 'oauth2code'>().notNull(),
    /** DER, the certificate itself first. */
    chain: byteas('chain').notNull(),
    revocation: text('revocation').$type<RevocationState>().notNull().default('unknown'),
    revokedAt: instant('revoked_at'),
    revocationCheckedAt: instant('revocation_checked_at'),
    grantId: uuid('grant_id'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'certificates_issuer',
      columns: [t.issuerId, t.partnerId],
      foreignColumns: [issuers.id, issuers.partnerId],
    }),
    foreignKey({
      name: 'certificates_wallet',
      columns: [t.walletId, t.issuerId],
      foreignColumns: [wallets.id, wallets.issuerId],
    }),
    unique('certificates_credential').on(t.issuerId, t.authorityId, t.credentialId),
    index('certificates_partner').on(t.partnerId),
    index('certificates_authority').on(t.authorityId),
    index('certificates_wallet_idx').on(t.walletId),
    check('certificates_key', oneOf('key_algorithm', keyAlgorithms)),
    check('certificates_revocation', oneOf('revocation', revocationStates)),
    check('certificates_auth_mode', oneOf('auth_mode', ['implicit', 'explicit', 'oauth2code'])),
  ],
);

/** Accesses that authorities granted, the latest of a certificate being its own; older ones are its history. */
export const certificateGrants = pgTable(
  'certificate_grants',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    certificateId: uuid('certificate_id')
      .notNull()
      .references(() => certificates.id),
    grantedBy: uuid('granted_by').notNull(),
    grantedAt: instant('granted_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    signatureLimit: bigint('signature_limit', { mode: 'number' }).notNull(),
    /** Taken by leases, used or not yet: never beyond the limit. */
    taken: bigint('taken', { mode: 'number' }).notNull().default(0),
    /** Signature Activation Data and the tokens of the service, sealed; gone once a later grant has taken over. */
    access: bytea('access'),
    replacedAt: instant('replaced_at'),
    revokedAt: instant('revoked_at'),
    warnedOn: text('warned_on'),
  },
  (t) => [
    index('certificate_grants_certificate').on(t.certificateId, t.grantedAt),
    check('certificate_grants_taken', sql`taken between 0 and signature_limit`),
  ],
);

/** Blocks of signatures that a process took from a grant. What is left of a dead process's block goes back. */
export const grantLeases = pgTable(
  'grant_leases',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    grantId: uuid('grant_id')
      .notNull()
      .references(() => certificateGrants.id),
    size: integer('size').notNull(),
    used: integer('used').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('grant_leases_grant').on(t.grantId), check('grant_leases_used', sql`used between 0 and size`)],
);
