import { check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { type Status, statuses } from '@/lib/domain/company';
import { wallets } from './certificates';
import { createdAt, id, issuerId, oneOf, partnerId, updatedAt, version } from './columns';
import { issuers } from './issuers';

/** Technical accounts of issuers' software; the alias is the OAuth2 client id and never changes. */
export const clientServices = pgTable(
  'client_services',
  {
    id: id(),
    partnerId: partnerId(),
    issuerId: issuerId(),
    alias: text('alias').notNull().unique(),
    name: text('name').notNull(),
    information: text('information').notNull().default(''),
    language: text('language').$type<'pt' | 'en'>().notNull(),
    bundle: text('bundle').notNull(),
    /** What it signs with: the current certificate of this wallet. */
    walletId: uuid('wallet_id'),
    status: text('status').$type<Status>().notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'client_services_issuer',
      columns: [t.issuerId, t.partnerId],
      foreignColumns: [issuers.id, issuers.partnerId],
    }),
    foreignKey({
      name: 'client_services_wallet',
      columns: [t.walletId, t.issuerId],
      foreignColumns: [wallets.id, wallets.issuerId],
    }),
    unique('client_services_id_issuer_partner').on(t.id, t.issuerId, t.partnerId),
    index('client_services_issuer').on(t.issuerId, t.alias),
    index('client_services_wallet_idx').on(t.walletId),
    index('client_services_partner').on(t.partnerId, t.alias),
    check('client_services_status', oneOf('status', statuses)),
    check('client_services_language', oneOf('language', ['pt', 'en'])),
  ],
);
