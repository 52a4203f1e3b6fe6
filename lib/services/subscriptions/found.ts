import 'server-only';
import { z } from 'zod';
import type { Database } from '@/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { conflict, forbidden, notFound } from '@/lib/domain/errors';
import { findIssuer } from '../issuers';
import { findPartner } from '../partners';

/** A company of either kind in scope, by its id. */
export async function findCompany(db: Database, actor: Actor, id: string, { lock = false } = {}) {
  if (!z.uuid().safeParse(id).success) return undefined;
  const issuer = await findIssuer(db, actor, id, { lock });
  if (issuer) return { kind: 'issuer' as const, company: issuer.issuer, partner: issuer.partner };
  const partner = actor.role === 'issuer' ? undefined : await findPartner(db, actor, id, { lock });
  return partner ? { kind: 'partner' as const, company: partner.partner, partner: null } : undefined;
}

export type FoundCompany = NonNullable<Awaited<ReturnType<typeof findCompany>>>;

/** Who decides: an administrator, a reseller about its own issuers (product.md section 2, Transitions). */
export function mayDecide({ role, partnerId, readOnly }: Actor, { kind, company, partner }: FoundCompany): boolean {
  if (role === 'administrator') return true;
  return (
    role === 'partner' &&
    !readOnly &&
    kind === 'issuer' &&
    company.partnerId === partnerId &&
    partner.type === 'RESELLER'
  );
}

/**
 * The company that a decision is about, held for it.
 * @throws Failure not_found, conflict (another version, or decided already), forbidden
 */
export async function heldSubscription(db: Database, actor: Actor, id: string, version: number): Promise<FoundCompany> {
  const found = await findCompany(db, actor, id, { lock: true });
  if (!found) throw notFound();
  if (found.company.version !== version || found.company.status !== 'registered') throw conflict();
  if (!mayDecide(actor, found)) throw forbidden();
  return found;
}

/** What every entry about a decision says. */
export const aboutCompany = ({ kind, company }: FoundCompany) => ({
  target: { type: kind, id: company.id },
  partnerId: kind === 'issuer' && 'partnerId' in company ? company.partnerId : company.id,
  issuerId: kind === 'issuer' ? company.id : null,
});
