import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { certificates } from '@/db/schema';
import { inScope } from '@/db/scope';
import { notFound } from '@/lib/domain/errors';
import { query } from '../define';

const parts = ['certificate', 'chain'];

/**
 * The public certificate, or it and those above it, as PEM.
 * @throws Failure not_found
 */
export const certificateFile = query({
  name: 'certificates.file',
  permission: 'certificates.view',
  input: z.strictObject({ id: z.string(), part: z.string() }),
  run: async ({ db, actor, input: { id, part } }) => {
    if (!z.uuid().safeParse(id).success || !parts.includes(part)) throw notFound();
    const [row] = await db
      .select({ serial: certificates.serial, chain: certificates.chain })
      .from(certificates)
      .where(and(inScope(actor, certificates), eq(certificates.id, id)));
    if (!row) throw notFound();
    const wanted = part === 'chain' ? row.chain : row.chain.slice(0, 1);
    return { name: `${row.serial}-${part}.pem`, text: wanted.map(pem).join('') };
  },
});

/** RFC 7468: base64 in lines of 64. */
const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
