import type { Status } from './company';
import { type Role, rankOf } from './roles';

/** Who asks, or who is asked about: role and company. */
export type Standing = {
  readonly operatorId: string;
  readonly role: Role;
  readonly partnerId: string | null;
  readonly issuerId: string | null;
};

/**
 * The ladder rule (product.md section 3): an operator may be touched by one of the same or an associated company whose
 * role's rank is at least its own. Auditors belong to no company: administrators alone edit their accounts.
 */
export function mayTouch(actor: Standing, target: Standing): boolean {
  if (rankOf(target.role) > rankOf(actor.role)) return false;
  switch (actor.role) {
    case 'administrator':
      return true;
    case 'partner':
      return actor.partnerId !== null && actor.partnerId === target.partnerId && target.role !== 'auditor';
    case 'issuer':
      return actor.issuerId !== null && actor.issuerId === target.issuerId && target.role === 'issuer';
    case 'auditor':
      return actor.operatorId === target.operatorId;
  }
}

/** The statuses that somebody may give an operator now. Nobody changes its own. */
export function operatorTransitions(
  actor: Standing,
  target: Standing & { readonly status: Status },
): readonly Status[] {
  if (actor.operatorId === target.operatorId || !mayTouch(actor, target) || actor.role === 'auditor') return [];
  switch (target.status) {
    case 'active':
      return ['suspended', 'blocked'];
    case 'suspended':
      return ['active', 'blocked'];
    case 'blocked':
      return ['active', 'deleted'];
    case 'registered':
      return ['deleted'];
    case 'deleted':
      return [];
  }
}
