import { foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { clientServices } from './client-services';
import { bytea, id, instant, issuerId, partnerId } from './columns';

const serviceId = () => uuid('service_id').notNull();

/**
 * Secrets of client services, argon2id. In a table of their own, since whoever may read client_services may not read
 * these; several, since a rotation lets the old one live on until `expires_at`.
 */
export const serviceSecrets = pgTable(
  'service_secrets',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    serviceId: serviceId(),
    secretHash: text('secret_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
  },
  (t) => [
    foreignKey({
      name: 'service_secrets_service',
      columns: [t.serviceId, t.issuerId, t.partnerId],
      foreignColumns: [clientServices.id, clientServices.issuerId, clientServices.partnerId],
    }),
    index('service_secrets_service').on(t.serviceId, t.createdAt),
  ],
);

/** Bearer tokens of client services. Of the token (256 random bits) only the SHA-256 is kept. */
export const serviceTokens = pgTable(
  'service_tokens',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    serviceId: serviceId(),
    tokenHash: bytea('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    address: text('address').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'service_tokens_service',
      columns: [t.serviceId, t.issuerId, t.partnerId],
      foreignColumns: [clientServices.id, clientServices.issuerId, clientServices.partnerId],
    }),
    index('service_tokens_expiry').on(t.expiresAt),
  ],
);
