import 'server-only';
import { asc } from 'drizzle-orm';
import { z } from 'zod';
import { asMachine } from '@/db/client';
import { bundles } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { query } from '../define';
import type { BundleChoice } from './schemas';

/** The bundles, by what they include. */
async function readBundles(db: Database, language: 'pt' | 'en'): Promise<BundleChoice[]> {
  const rows = await db.select().from(bundles).orderBy(asc(bundles.signatures));
  return rows.map(({ code, namePt, nameEn, signatures, custody }) => ({
    code,
    name: language === 'pt' ? namePt : nameEn,
    signatures,
    custody,
  }));
}

/** The bundles for whoever subscribes. */
export const bundlesForGuests = (language: 'pt' | 'en'): Promise<BundleChoice[]> =>
  asMachine('guest', 'read', (db) => readBundles(db, language));

/** The bundles for whoever makes an issuer. */
export const listBundles = query({
  name: 'bundles.list',
  permission: 'bundles.view',
  input: z.strictObject({ language: z.enum(['pt', 'en']) }),
  run: ({ db, input }): Promise<BundleChoice[]> => readBundles(db, input.language),
});
