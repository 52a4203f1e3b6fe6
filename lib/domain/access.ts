import { type Role, rankOf } from './roles';

/**
 * The one access table: path → least rank, and for some paths the roles named. The longest matching path wins.
 * middleware.ts, navigation and page guards all read it; a path that is absent needs rank 40, so that a forgotten
 * page is closed rather than open.
 */
export type AccessRule = {
  readonly path: string;
  readonly rank: number;
  readonly roles?: readonly Role[];
  /** Only what lies below the path: one thing of a list that needs a higher rank. */
  readonly below?: true;
};

const publicPaths = ['/sign-in', '/forgot-password', '/activate', '/reset', '/subscribe', '/preview', '/r'] as const;

const accessTable: readonly AccessRule[] = [
  { path: '/', rank: 10 },
  { path: '/operations', rank: 10 },
  { path: '/documents', rank: 10 },
  { path: '/profile', rank: 10 },
  { path: '/refused', rank: 10 },
  { path: '/dashboard', rank: 20 },
  { path: '/operators', rank: 20 },
  { path: '/accesses', rank: 20 },
  { path: '/accesses/new', rank: 20, roles: ['administrator', 'issuer'] },
  { path: '/company', rank: 20, roles: ['partner', 'issuer'] },
  { path: '/certificates', rank: 20 },
  { path: '/certificates/new', rank: 20, roles: ['issuer'] },
  { path: '/certificates/return', rank: 20, roles: ['issuer'] },
  { path: '/certificates/flow', rank: 20, roles: ['issuer'] },
  { path: '/wallets', rank: 20 },
  { path: '/wallets/new', rank: 20, roles: ['issuer'] },
  // Here too: who is nobody any more is told so first.
  { path: '/api/certificates', rank: 10 },
  { path: '/issuers', rank: 30 },
  { path: '/issuers', below: true, rank: 20 },
  { path: '/configuration', rank: 40 },
  // The verb asks for an administrator: who is nobody any more is told so first.
  { path: '/api/mails', rank: 10 },
  { path: '/issuers/new', rank: 30 },
  { path: '/partners/new', rank: 40 },
  { path: '/subscriptions', rank: 30 },
  { path: '/partners', rank: 40 },
  { path: '/partners', below: true, rank: 30 },
  { path: '/api/lists', rank: 10 },
  { path: '/api/documents', rank: 10 },
  { path: '/pdf-data', rank: 10 },
  { path: '/api/exports', rank: 10 },
];

const closed: AccessRule = { path: '', rank: rankOf('administrator') };

/** True when `path` is `rule` itself or lies below it. */
function covers(rule: string, path: string): boolean {
  return rule === path || (rule === '/' ? path === '/' : path.startsWith(`${rule}/`));
}

/** True for pages that need no session. `path` is a decoded pathname without base path. */
export function isPublicPath(path: string): boolean {
  return publicPaths.some((each) => covers(each, path));
}

/** The rule that guards `path`: the longest match, of two the one for what lies below; or the closed one. */
function ruleFor(path: string): AccessRule {
  const matches = accessTable.filter((rule) => covers(rule.path, path) && !(rule.below && rule.path === path));
  return matches.reduce<AccessRule>((best, rule) => (closeness(rule) > closeness(best) ? rule : best), closed);
}

const closeness = ({ path, below }: AccessRule): number => path.length + (below ? 0.5 : 0);

/** May an operator of this role open this path at all? Says nothing about scope: the verb decides that. */
export function mayOpen(role: string, path: string): boolean {
  const rule = ruleFor(path);
  if (rankOf(role) < rule.rank) return false;
  return rule.roles === undefined || rule.roles.some((each) => each === role);
}
