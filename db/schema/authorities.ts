import { sql } from 'drizzle-orm';
import { bigint, check, date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  type AuthorityStatus,
  type AuthorityType,
  authorityStatuses,
  authorityTypes,
  type CheckOutcome,
} from '@/lib/domain/certificate';
import { bytea, createdAt, id, instant, oneOf, updatedAt, version } from './columns';

/** What an authority last said of itself (`info`). */
export type KeptInfo = {
  readonly name: string;
  readonly specs: string;
  readonly region: string;
  readonly description: string;
  readonly authTypes: readonly string[];
  readonly methods: readonly string[];
  readonly oauthUrl: string | null;
};

/** Certificate authorities and how each is reached. The client secret is sealed, and no operator's role may read it. */
export const authorities = pgTable(
  'authorities',
  {
    id: id(),
    name: text('name').notNull(),
    type: text('type').$type<AuthorityType>().notNull(),
    status: text('status').$type<AuthorityStatus>().notNull(),
    baseUrl: text('base_url').notNull(),
    oauthUrl: text('oauth_url'),
    clientId: text('client_id').notNull(),
    clientSecret: bytea('client_secret'),
    scopes: text('scopes').notNull(),
    timeStampUrl: text('time_stamp_url'),
    /** PEM: certificates that signatures are believed by, beside those that the authority itself delivers. */
    trustedRoots: text('trusted_roots').notNull().default(''),
    accessDays: integer('access_days').notNull(),
    accessSignatures: bigint('access_signatures', { mode: 'number' }).notNull(),
    warnDays: integer('warn_days').notNull(),
    warnPercent: integer('warn_percent').notNull(),
    info: jsonb('info').$type<KeptInfo>(),
    infoAt: instant('info_at'),
    lastContactAt: instant('last_contact_at'),
    /** A check of the connection: when it was asked for, when and how it ended. */
    checkAskedAt: instant('check_asked_at'),
    checkedAt: instant('checked_at'),
    checkOutcome: text('check_outcome').$type<CheckOutcome>(),
    checkMs: integer('check_ms'),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('authorities_name').on(t.name),
    check('authorities_type', oneOf('type', authorityTypes)),
    check('authorities_status', oneOf('status', authorityStatuses)),
    check(
      'authorities_rule',
      sql`access_days between 1 and 3650 and access_signatures between 1 and 1000000000000 and warn_days between 0 and access_days and warn_percent between 1 and 100`,
    ),
  ],
);

/** Calls to an authority by day, those that brought an answer and those that did not. */
export const authorityDays = pgTable(
  'authority_days',
  {
    authorityId: uuid('authority_id')
      .notNull()
      .references(() => authorities.id),
    day: date('day', { mode: 'string' }).notNull(),
    answered: integer('answered').notNull().default(0),
    failed: integer('failed').notNull().default(0),
  },
  (t) => [primaryKey({ name: 'authority_days_pk', columns: [t.authorityId, t.day] })],
);
