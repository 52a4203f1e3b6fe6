import type { Role } from './roles';

/** How far a permission reaches: everything, partner and its issuers, own company, granted issuers, oneself. */
export type Reach = 'ALL' | 'SUB' | 'OWN' | 'ASG' | 'SELF';

/** product.md section 6, one line a capability. A role that is not named may not. */
export const permissions = {
  'operations.view': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN', auditor: 'ASG' },
  // An administrator needs break-glass; a partner sees metadata only.
  'documents.content': { issuer: 'OWN', auditor: 'ASG' },
  // Of what is registered; a verdict tells nothing of what the document says.
  'documents.validate': { administrator: 'ALL', issuer: 'OWN', auditor: 'ASG' },
  'dashboard.view': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'issuers.list': { administrator: 'ALL', partner: 'SUB' },
  'issuers.view': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  // Contact data by the company's own operators, the rest by rank (lib/domain/transitions.ts, the verbs).
  'issuers.edit': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'issuers.status': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'partners.list': { administrator: 'ALL' },
  'partners.view': { administrator: 'ALL', partner: 'OWN' },
  'partners.edit': { administrator: 'ALL', partner: 'OWN' },
  'partners.type': { administrator: 'ALL' },
  'partners.status': { administrator: 'ALL', partner: 'OWN' },
  'bundles.view': { administrator: 'ALL', partner: 'ALL', issuer: 'ALL' },
  'issuers.create': { administrator: 'ALL', partner: 'SUB' },
  'partners.create': { administrator: 'ALL' },
  'subscriptions.view': { administrator: 'ALL', partner: 'SUB' },
  // A partner that is no reseller may look, not decide (lib/services/subscriptions).
  'subscriptions.decide': { administrator: 'ALL', partner: 'SUB' },
  'operators.view': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'operators.invite': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'operators.edit': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'accesses.view': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'accesses.edit': { administrator: 'ALL', issuer: 'OWN' },
  'configuration.view': { administrator: 'ALL' },
  'configuration.edit': { administrator: 'ALL' },
  'mail.view': { administrator: 'ALL' },
  'mail.resend': { administrator: 'ALL' },
  'authorities.view': { administrator: 'ALL' },
  'authorities.edit': { administrator: 'ALL' },
  // Administrators and partners see, and do not touch.
  'certificates.view': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'certificates.edit': { issuer: 'OWN' },
  'activity.view': { administrator: 'ALL', partner: 'SUB', issuer: 'OWN' },
  'subjects.view': { auditor: 'ASG' },
  'profile.view': { administrator: 'SELF', partner: 'SELF', issuer: 'SELF', auditor: 'SELF' },
  'views.own': { administrator: 'SELF', partner: 'SELF', issuer: 'SELF', auditor: 'SELF' },
  'exports.own': { administrator: 'SELF', partner: 'SELF', issuer: 'SELF', auditor: 'SELF' },
  'profile.edit': { administrator: 'SELF', partner: 'SELF', issuer: 'SELF', auditor: 'SELF' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Permission = keyof typeof permissions;

/** Reach of `permission` for `role`, or null: refused. Unknown roles and permissions are refused. */
export function reachOf(permission: Permission, role: string): Reach | null {
  const row: Partial<Record<string, Reach>> = permissions[permission] ?? {};
  return Object.hasOwn(row, role) ? (row[role] ?? null) : null;
}
