import type { Status } from './company';
import type { Role } from './roles';

/** Who asks: role and company. `readOnly`: its company, or the partner above it, is suspended. */
type Asking = {
  readonly role: Role;
  readonly partnerId: string | null;
  readonly issuerId: string | null;
  readonly readOnly: boolean;
};

/** What is asked about. */
export type CompanyStanding = {
  readonly kind: 'issuer' | 'partner';
  readonly id: string;
  /** The partner of an issuer; a partner's own id. */
  readonly partnerId: string;
  readonly status: Status;
  /** True when an operator of its partner blocked it. */
  readonly blockedByPartner: boolean;
};

/**
 * The statuses that somebody may give a company now (product.md section 2, Transitions). Approval and rejection of a
 * subscription are no transitions of this kind. The operators of a suspended company may bring that one back, and do
 * nothing else.
 */
export function companyTransitions(actor: Asking, company: CompanyStanding): readonly Status[] {
  const administrator = actor.role === 'administrator';
  const own = isOwn(actor, company);
  const parent = company.kind === 'issuer' && actor.role === 'partner' && actor.partnerId === company.partnerId;
  const allowed = (...pairs: readonly (readonly [Status, boolean])[]) =>
    pairs.filter(([, may]) => may).map(([status]) => status);
  if (actor.readOnly) return own && company.status === 'suspended' ? ['active'] : [];
  switch (company.status) {
    case 'active':
      return allowed(['suspended', own || administrator], ['blocked', parent || administrator]);
    case 'suspended':
      return allowed(['active', own || administrator], ['blocked', parent || administrator]);
    case 'blocked':
      return allowed(['active', administrator || (parent && company.blockedByPartner)], ['deleted', administrator]);
    case 'registered':
    case 'deleted':
      return [];
  }
}

/** An operator of the very company: an issuer's of its issuer, a partner's of its partner company. */
function isOwn(actor: Asking, company: CompanyStanding): boolean {
  if (company.kind === 'issuer') return actor.role === 'issuer' && actor.issuerId === company.id;
  return actor.role === 'partner' && actor.partnerId === company.id;
}
