import { type PartnerName, type Person, partnerOf, type RoleName, roleNames, type Tenant, tenants } from './people';
import { certificatePages } from './policy-certificates';
import type { PageLine } from './policy-lines';

/**
 * The expectations of the matrix, from product.md sections 1 and 6 and the HTTP part of contract.md alone. Written
 * without a look at the product's own tables: two hands that write the same are worth more than one.
 * Actions are in policy-actions.ts, verbs in policy-verbs.ts.
 * An entry of the build without a line here fails, and so does a line without an entry.
 */

/** Section 1: whose rows a role reaches. ALL, SUB (partner and its issuers), OWN, ASG (granted, while valid). */
export function scopeOf(person: Person): readonly Tenant[] {
  if (person.state !== 'live') return [];
  switch (person.role) {
    case 'administrator':
      return tenants;
    case 'partner':
      return tenants.filter((tenant) => partnerOf[tenant] === person.partner);
    case 'issuer':
      return tenants.filter((tenant) => tenant === person.issuer);
    case 'auditor':
      return person.granted ?? [];
    default:
      return [];
  }
}

/** Partner companies that a role may choose from: an administrator among all. */
export const partnersChosenBy = (person: Person): readonly PartnerName[] =>
  person.role === 'administrator' ? ['alfa', 'beta', 'house'] : [];

/** Issuers that a role may choose from; an issuer's operator has nothing to choose. */
export const issuersChosenBy = (person: Person): readonly Tenant[] => (person.role === 'issuer' ? [] : scopeOf(person));

export const everybody = roleNames;
export const companies: readonly RoleName[] = ['administrator', 'partner', 'issuer'];

/** Section 6, Document content: an administrator needs break-glass, a partner sees metadata only. */
export const readers: readonly RoleName[] = ['issuer', 'auditor'];
export const validators: readonly RoleName[] = ['administrator', 'issuer', 'auditor'];

/** Section 6: Home, Dashboard, Operations L V, Profile. */
export const pages: Record<string, PageLine> = {
  '/': { who: everybody, about: 'home' },
  '/dashboard': { who: companies, about: 'dashboard' },
  '/operations': { who: everybody, about: 'list' },
  '/operations/[id]': { who: everybody, about: 'operation' },
  '/documents': { who: everybody, about: 'documents' },
  '/documents/[id]': { who: everybody, about: 'document' },
  '/profile': { who: everybody, about: 'oneself' },
  '/profile/security': { who: everybody, about: 'oneself' },
  '/profile/activity': { who: everybody, about: 'oneself' },
  '/configuration/general': { who: ['administrator'], about: 'plain' },
  '/operators': { who: companies, about: 'plain' },
  '/operators/new': { who: companies, about: 'makes' },
  '/operators/[id]': { who: companies, about: { thing: 'operator' } },
  '/operators/[id]/activity': { who: companies, about: { thing: 'operator' } },
  '/accesses': { who: companies, about: 'plain' },
  '/accesses/new': { who: ['administrator', 'issuer'], about: 'makes' },
  '/accesses/[id]': { who: companies, about: { thing: 'access' } },
  '/company': { who: ['partner', 'issuer'], about: 'plain' },
  '/subscriptions': { who: ['administrator', 'partner'], about: 'plain' },
  '/subscriptions/[id]': { who: ['administrator', 'partner'], about: { thing: 'issuer' } },
  '/issuers/new': { who: ['administrator', 'partner'], about: 'makes' },
  '/partners/new': { who: ['administrator'], about: 'makes' },
  '/issuers': { who: ['administrator', 'partner'], about: 'plain' },
  '/issuers/[id]': { who: companies, about: { thing: 'issuer' } },
  '/issuers/[id]/edit': { who: companies, about: { thing: 'issuer', edits: true } },
  '/issuers/[id]/operators': { who: companies, about: { thing: 'issuer' } },
  '/issuers/[id]/accesses': { who: companies, about: { thing: 'issuer' } },
  '/issuers/[id]/operations': { who: companies, about: { thing: 'issuer' } },
  '/issuers/[id]/consumption': { who: companies, about: { thing: 'issuer' } },
  '/issuers/[id]/activity': { who: companies, about: { thing: 'issuer' } },
  '/configuration/mail': { who: ['administrator'], about: 'plain' },
  '/configuration/mail/[id]': { who: ['administrator'], about: { thing: 'mail' } },
  '/partners': { who: ['administrator'], about: 'plain' },
  '/partners/[id]': { who: ['administrator', 'partner'], about: { thing: 'partner' } },
  '/partners/[id]/edit': { who: ['administrator', 'partner'], about: { thing: 'partner', edits: true } },
  '/partners/[id]/issuers': { who: ['administrator', 'partner'], about: { thing: 'partner' } },
  '/partners/[id]/operators': { who: ['administrator', 'partner'], about: { thing: 'partner' } },
  '/partners/[id]/operations': { who: ['administrator', 'partner'], about: { thing: 'partner' } },
  '/partners/[id]/consumption': { who: ['administrator', 'partner'], about: { thing: 'partner' } },
  '/partners/[id]/activity': { who: ['administrator', 'partner'], about: { thing: 'partner' } },
  ...certificatePages,
  '/refused': { who: 'none' },
  '/sign-in': { who: 'anybody' },
  '/forgot-password': { who: 'anybody' },
  '/subscribe/issuer': { who: 'anybody' },
  '/subscribe/partner': { who: 'anybody' },
  '/activate/[token]': { who: 'anybody' },
  '/reset/[token]': { who: 'anybody' },
  '/_not-found': { who: 'unknown' },
  '/_global-error': { who: 'unknown' },
};

export type RouteLine =
  | { who: 'anybody' }
  /** A machine with a token of its own; a session is worth nothing here. */
  | { who: 'machine' }
  /** The endpoints by which one signs in: `/session` tells oneself to whoever is signed in. */
  | { who: 'sign-in' }
  | {
      who: readonly RoleName[];
      about:
        | 'list'
        | 'options'
        | 'documents'
        | 'directory'
        | 'mail-body'
        | 'certificate-file'
        | 'content'
        | 'export'
        | 'export-start'
        | 'own-exports'
        | 'own-run'
        | 'own-file';
    };

/** contract.md, HTTP: methods by route. Every other method is refused. */
export const routes: Record<string, Partial<Record<string, RouteLine>>> = {
  '/api/auth/[...nextauth]': { GET: { who: 'sign-in' }, POST: { who: 'sign-in' } },
  '/api/certificates/[id]/[part]': { GET: { who: companies, about: 'certificate-file' } },
  '/api/cron/[job]': { GET: { who: 'machine' } },
  '/api/documents/[id]/content': { GET: { who: readers, about: 'content' } },
  '/api/documents/[id]/validation': { GET: { who: validators, about: 'content' } },
  '/api/engine/documents/[id]/content': { PUT: { who: 'machine' } },
  '/api/engine/operations': { POST: { who: 'machine' } },
  '/api/exports': { GET: { who: everybody, about: 'own-exports' } },
  '/api/exports/[list]': { GET: { who: everybody, about: 'export' }, POST: { who: everybody, about: 'export-start' } },
  '/api/exports/runs/[id]': {
    GET: { who: everybody, about: 'own-run' },
    DELETE: { who: everybody, about: 'own-run' },
  },
  '/api/exports/runs/[id]/file': { GET: { who: everybody, about: 'own-file' } },
  '/api/health': { GET: { who: 'anybody' } },
  '/api/lists/[list]': { GET: { who: everybody, about: 'directory' } },
  '/api/lists/documents': { GET: { who: everybody, about: 'documents' } },
  '/api/lists/operations': { GET: { who: everybody, about: 'list' } },
  '/api/lists/operations/options': { GET: { who: everybody, about: 'options' } },
  '/api/mails/[id]/body': { GET: { who: ['administrator'], about: 'mail-body' } },
  '/api/metrics': { GET: { who: 'machine' } },
  '/api/openapi.json': { GET: { who: 'anybody' } },
  '/api/oauth/token': { POST: { who: 'machine' } },
  '/api/ready': { GET: { who: 'anybody' } },
  '/api/v1/documents/[id]/content': { GET: { who: 'machine' } },
  '/api/v1/operations': { GET: { who: 'machine' } },
  '/api/v1/operations/[id]': { GET: { who: 'machine' } },
};
