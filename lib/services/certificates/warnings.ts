import 'server-only';
import { and, sql } from 'drizzle-orm';
import { z } from 'zod';
import { certificates } from '@/db/schema';
import { inScope } from '@/db/scope';
import type { AccessState, X509State } from '@/lib/domain/certificate';
import { query } from '../define';
import type { CertificateWarning } from './schemas';
import { signingServices } from './services-sql';
import { accessState, fromCertificates, x509State } from './states-sql';

type Found = {
  id: string;
  alias: string;
  state: AccessState;
  x509: X509State;
  expires: number | null;
  services: string[];
  perDay: number;
};

/** Signed items a day over the last thirty whole days, of the services of its wallet; what is not folded yet is of today. */
const signedPerDay = sql`(select coalesce(round(sum(u.signed_documents + u.signed_hashes) / 30.0), 0)::int from usage_day u
  join client_services s on s.id = u.service_id
  where s.wallet_id = certificates.wallet_id and u.day >= installation_day() - 30 and u.day < installation_day())`;

/** Most that a banner names; who has more looks at the list. */
const most = 5;

/** Certificates that services sign with and whose access, or own validity, is about to end or has ended; soonest first. */
export const certificateWarnings = query({
  name: 'certificates.warnings',
  permission: 'certificates.edit',
  input: z.strictObject({}),
  run: async ({ db, actor }): Promise<CertificateWarning[]> => {
    const isEnding = sql`(${accessState} in ('expiring', 'expired', 'exhausted', 'revoked') or ${x509State} in ('expired', 'revoked', 'suspended'))`;
    const found = await db.execute<Found>(sql`
      select certificates.id, certificates.alias, ${accessState} as state, ${x509State} as x509,
        (extract(epoch from g.expires_at) * 1000)::float8 as expires, ${signingServices} as services, ${signedPerDay} as "perDay"
      ${fromCertificates} where ${and(inScope(actor, certificates), sql`wallets.current_id = certificates.id`, isEnding)}
      order by g.expires_at limit ${most}`);
    return [...found].map(({ expires, ...row }) => ({ ...row, expiresAt: expires }));
  },
});
