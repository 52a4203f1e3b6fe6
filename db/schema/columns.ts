import { sql } from 'drizzle-orm';
import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** `bytea` as Buffer; Drizzle has no column of its own for it. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** `bytea[]` as Buffers: the driver writes no array of bytes, and reads each as a text, `x30…` or `\x30…`. */
export const byteas = customType<{ data: Buffer[]; driverData: string | readonly string[] }>({
  dataType: () => 'bytea[]',
  toDriver: (value) => `{${value.map((each) => `"\\\\x${each.toString('hex')}"`).join(',')}}`,
  fromDriver: (texts) => [...texts].map((each) => Buffer.from(each.slice(each.indexOf('x') + 1), 'hex')),
});

/** Instants keep milliseconds: an operation's UUID v7 carries the very same time. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const id = () => uuid('id').primaryKey();
export const partnerId = () => uuid('partner_id').notNull();
export const issuerId = () => uuid('issuer_id').notNull();

/** Optimistic lock: an edit names the version it saw. */
export const version = () => integer('version').notNull().default(1);
export const createdAt = () => instant('created_at').notNull().default(sql`now()`);
export const updatedAt = () => instant('updated_at').notNull().default(sql`now()`);

/** `column in ('a', 'b')` for a check constraint over a vocabulary of lib/domain. */
export const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);
