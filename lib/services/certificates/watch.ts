import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { certificateGrants, certificates } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { todayIn } from '@/lib/clock';
import type { AccessState } from '@/lib/domain/certificate';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { askRevocation } from '@/lib/signing/revocation/ask';
import { revocationAllowance } from '../authorities';
import { postMail } from '../mail';
import { endLostLeases } from './lease';
import { signingServices } from './services-sql';
import { accessState, fromCertificates } from './states-sql';

/**
 * The daily look at all certificates: what their authority says of each, and a mail to the operators of those whose
 * access is about to end, every day, or has ended, once. @returns how many were looked at, and how many mails went out
 */
export async function watchCertificates(): Promise<{ certificates: number; mails: number }> {
  const held = await asMachine('system', 'read', (db) =>
    db
      .select({ id: certificates.id, chain: certificates.chain })
      .from(certificates)
      .where(sql`${certificates.grantId} is not null`),
  );
  for (const each of held) await lookUp(each);
  const ending = await asMachine('system', 'read', (db) =>
    db.execute<{ id: string }>(
      sql`select certificates.id ${fromCertificates} where ${accessState} in ('expiring', 'expired', 'exhausted', 'revoked') and issuers.status = 'active'`,
    ),
  );
  let mails = 0;
  for (const { id } of [...ending]) mails += await asMachine('system', 'write', (db) => warn(db, id));
  const lost = await endLostLeases();
  if (lost > 0) log().warn({ lost }, 'blocks of signatures were not given back');
  return { certificates: held.length, mails };
}

/** X.509 state by OCSP, by the list where that is silent; where nobody answers it stays as it was. */
async function lookUp({ id, chain }: { id: string; chain: readonly Buffer[] }): Promise<void> {
  const [certificate, issuer] = chain;
  if (!certificate || !issuer) return;
  const proof = await askRevocation({ certificate, issuer, now: new Date() }, revocationAllowance());
  if (!proof || proof.state === 'unknown') return;
  const { state: revocation, at: revokedAt } = proof;
  await asMachine('system', 'write', (db) =>
    db
      .update(certificates)
      .set({ revocation, revokedAt, revocationCheckedAt: sql`now()` })
      .where(eq(certificates.id, id)),
  );
}

type Ending = {
  grant: string;
  warned: string | null;
  state: AccessState;
  alias: string;
  authority: string;
  partner_id: string;
  issuer_id: string;
  until: string;
  used: number;
  services: string[];
};

/** @returns how many mails it promised: none where today's are out already */
async function warn(db: Database, id: string): Promise<number> {
  const [row] = await db.execute<Ending>(sql`
    select g.id as grant, g.warned_on as warned, ${accessState} as state, certificates.alias, authorities.name as authority, certificates.partner_id,
      certificates.issuer_id, (g.expires_at at time zone ${env().SIGNSTASH_TIME_ZONE})::date::text as until,
      floor(g.taken * 100.0 / g.signature_limit)::int as used, ${signingServices} as services
    ${fromCertificates} where certificates.id = ${id}::uuid for update of certificates`);
  if (!row) return 0;
  const isEnding = row.state === 'expiring';
  const mark = isEnding ? todayIn(env().SIGNSTASH_TIME_ZONE) : 'over';
  if (row.warned === mark) return 0;
  await db.update(certificateGrants).set({ warnedOn: mark }).where(eq(certificateGrants.id, row.grant));
  const people = await db.execute<{ email: string; name: string; language: 'pt' | 'en' }>(
    sql`select email, name, language from operators where issuer_id = ${row.issuer_id}::uuid and status = 'active' order by id`,
  );
  for (const { email, name, language } of [...people]) await tell(db, row, { address: email, name, language });
  return people.length;
}

async function tell(
  db: Database,
  { state, alias: certificate, authority, until, used, services, partner_id, issuer_id }: Ending,
  to: { address: string; name: string; language: 'pt' | 'en' },
): Promise<void> {
  const whose = { partnerId: partner_id, issuerId: issuer_id };
  // An empty text leaves the paragraph out: nothing stops.
  const of = { name: to.name, certificate, authority, services: services.join(', ') };
  if (state === 'expiring')
    await postMail(db, {
      template: 'certificate_expiring',
      to,
      parameters: { ...of, until, used: String(used) },
      ...whose,
    });
  else await postMail(db, { template: 'certificate_over', to, parameters: of, ...whose });
}
