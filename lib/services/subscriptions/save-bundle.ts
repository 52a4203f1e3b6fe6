import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { bundles } from '@/db/schema';
import { conflict } from '@/lib/domain/errors';
import { command, query } from '../define';
import { type Bundle, bundleForm } from './schemas';

/** All bundles, as the administrator edits them. */
export const editedBundles = query({
  name: 'bundles.edited',
  permission: 'configuration.view',
  input: z.strictObject({}),
  run: ({ db }): Promise<Bundle[]> => db.select().from(bundles).orderBy(bundles.signatures),
});

/**
 * Makes a bundle (without a version) or edits one. Codes stay: issuers carry them.
 * @throws Failure conflict (another version; the code is there already)
 */
export const saveBundle = command({
  name: 'bundles.save',
  permission: 'configuration.edit',
  input: bundleForm,
  async run({ db, input, audit }) {
    const { code, version, custody, ...words } = input;
    const set = { ...words, custody: custody === 'on' };
    const [before] = await db.select().from(bundles).where(eq(bundles.code, code)).for('update');
    if ((before?.version ?? 0) !== version) throw conflict();
    if (before)
      await db
        .update(bundles)
        .set({ ...set, version: version + 1 })
        .where(eq(bundles.code, code));
    else await db.insert(bundles).values({ code, ...set });
    const noted = (of: Omit<Bundle, 'version' | 'code'>) => ({
      code,
      name: of.namePt,
      nameEn: of.nameEn,
      signatures: of.signatures,
      custody: of.custody,
    });
    return audit(
      {
        target: { type: 'bundle', id: '00000000-0000-0000-0000-000000000000' },
        partnerId: null,
        issuerId: null,
        before: before ? noted(before) : null,
        after: noted(set),
      },
      { code },
    );
  },
});
