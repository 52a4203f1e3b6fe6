import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '@/lib/domain/roles';
import { bytea, createdAt, instant } from './columns';
import { operators } from './operators';

const operatorId = () =>
  uuid('operator_id')
    .notNull()
    .references(() => operators.id);

/** Time-based second factors. The secret is sealed (lib/secrets); until `confirmedAt` it is only proposed. */
export const secondFactors = pgTable('second_factors', {
  operatorId: operatorId().primaryKey(),
  secret: bytea('secret').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** Of the last code that was taken: no code is taken twice. */
  lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  createdAt: createdAt(),
});

/** Codes for who has lost the second factor, each good once; 80 random bits, so that SHA-256 keeps them. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  { operatorId: operatorId(), codeHash: bytea('code_hash').notNull(), usedAt: instant('used_at') },
  (t) => [primaryKey({ name: 'recovery_codes_pk', columns: [t.operatorId, t.codeHash] })],
);

/** One row: which roles must have a second factor. */
export const securitySettings = pgTable(
  'security_settings',
  {
    only: integer('only').primaryKey().default(1),
    secondFactorRoles: text('second_factor_roles').array().$type<Role[]>().notNull().default([]),
    version: integer('version').notNull().default(1),
  },
  () => [
    check('security_settings_one_row', sql`"only" = 1`),
    check(
      'security_settings_roles',
      sql`second_factor_roles <@ array['auditor', 'issuer', 'partner', 'administrator']`,
    ),
  ],
);
