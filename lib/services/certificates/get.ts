import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  authorities,
  certificateFlows,
  certificateGrants,
  certificates,
  issuers,
  operators,
  wallets,
} from '@/db/schema';
import { inScope } from '@/db/scope';
import type { Database } from '@/db/transaction';
import { accessStateOf, firstEnd, x509StateOf } from '@/lib/domain/certificate';
import { notFound } from '@/lib/domain/errors';
import { signedPerDay } from '../companies';
import { query } from '../define';
import { readCertificate, readSigner } from './chain-facts';
import type { CertificateDetail, Grant } from './schemas';

const historyRows = 50;

/**
 * One certificate with the access to it. A malformed id, an absent one and a foreign one are all the same.
 * @throws Failure not_found
 */
export const getCertificate = query({
  name: 'certificates.get',
  permission: 'certificates.view',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<CertificateDetail> => {
    if (!z.uuid().safeParse(id).success) throw notFound();
    const [row] = await db
      .select({
        certificate: certificates,
        issuer: { id: issuers.id, name: issuers.name },
        authority: { id: authorities.id, name: authorities.name, status: authorities.status },
        rule: {
          days: authorities.accessDays,
          signatures: authorities.accessSignatures,
          warnDays: authorities.warnDays,
          warnPercent: authorities.warnPercent,
        },
        wallet: { id: wallets.id, name: wallets.name, currentId: wallets.currentId },
      })
      .from(certificates)
      .innerJoin(issuers, eq(issuers.id, certificates.issuerId))
      .innerJoin(authorities, eq(authorities.id, certificates.authorityId))
      .innerJoin(wallets, eq(wallets.id, certificates.walletId))
      .where(and(inScope(actor, certificates), eq(certificates.id, id)));
    if (!row) throw notFound();
    const { certificate, rule, wallet } = row;
    const history = await grantsOf(db, id);
    const grant = history.find((each) => each.id === certificate.grantId) ?? null;
    const facts = {
      expiresAt: grant?.expiresAt ?? null,
      used: grant?.used ?? 0,
      limit: grant?.limit ?? rule.signatures,
      revoked: grant !== null && grant.revokedAt !== null,
    };
    const isCurrent = wallet.currentId === id;
    const perDay = isCurrent ? await signedPerDay(db, servicesOf(wallet.id)) : 0;
    const now = Date.now();
    const { chain, validFrom, validTo, revocation, revocationCheckedAt, createdAt, ...rest } = certificate;
    return {
      ...readable(rest),
      subject: subjectOf(chain, rest.commonName),
      validFrom: validFrom.getTime(),
      validTo: validTo.getTime(),
      registeredAt: createdAt.getTime(),
      revocationCheckedAt: revocationCheckedAt?.getTime() ?? null,
      x509: x509StateOf({ validTo: validTo.getTime(), revocation }, now),
      issuer: row.issuer,
      authority: row.authority,
      wallet: { id: wallet.id, name: wallet.name, current: isCurrent },
      access: {
        state: accessStateOf(facts, rule, now),
        grant,
        warnDays: rule.warnDays,
        warnPercent: rule.warnPercent,
        perDay,
        firstEnd: firstEnd(facts, perDay, now),
      },
      history,
      chain: chain.map((der) => {
        const { name, organisation } = readSigner(der);
        return { name, organisation, validTo: readCertificate(der).validTo.getTime() };
      }),
      flow: await flowOf(db, id),
    };
  },
});

type Row = typeof certificates.$inferSelect;
const readable = ({
  id,
  version,
  alias,
  issuerName,
  serial,
  keyAlgorithm,
  keyLength,
  scal,
  multisign,
}: Pick<
  Row,
  'id' | 'version' | 'alias' | 'issuerName' | 'serial' | ('keyAlgorithm' | 'keyLength' | 'scal' | 'multisign')
>) => ({ id, version, alias, issuerName, serial, keyAlgorithm, keyLength, scal, multisign });

/** Who signs with it; a chain that was never delivered leaves the name alone. */
function subjectOf([own]: readonly Uint8Array[], name: string): CertificateDetail['subject'] {
  return own ? readSigner(own) : { name, organisation: name, vat: '' };
}

/** Services that sign with the current certificate of a wallet. */
const servicesOf = (walletId: string) =>
  sql`service_id in (select id from client_services where wallet_id = ${walletId}::uuid)`;

/** The accesses that a certificate had, the latest first; who granted is named to those who may know them. */
async function grantsOf(db: Database, id: string): Promise<Grant[]> {
  const { grantedAt, expiresAt, signatureLimit, taken, replacedAt, revokedAt } = certificateGrants;
  const rows = await db
    .select({
      id: certificateGrants.id,
      ...{ grantedAt, expiresAt, limit: signatureLimit, used: taken, replacedAt, revokedAt },
      grantedBy: operators.name,
    })
    .from(certificateGrants)
    .leftJoin(operators, eq(operators.id, certificateGrants.grantedBy))
    .where(eq(certificateGrants.certificateId, id))
    .orderBy(desc(grantedAt))
    .limit(historyRows);
  return rows.map((row) => ({
    ...row,
    grantedAt: row.grantedAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    replacedAt: row.replacedAt?.getTime() ?? null,
    revokedAt: row.revokedAt?.getTime() ?? null,
  }));
}

/** A renewal that waits for somebody, or is being asked for. */
async function flowOf(db: Database, id: string): Promise<string | null> {
  const { step, kind, expiresAt, certificateId } = certificateFlows;
  const isOpen = sql`${kind} = 'renew' and (${step} in ('listing', 'otp', 'granting', 'unconfirmed')
    or (${step} in ('choice', 'factors', 'credential') and ${expiresAt} > now()))`;
  const [row] = await db
    .select({ id: certificateFlows.id })
    .from(certificateFlows)
    .where(and(eq(certificateId, id), isOpen))
    .limit(1);
  return row?.id ?? null;
}
