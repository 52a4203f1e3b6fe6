import { type PartnerName, type Person, partnerOf, type RoleName, roleNames, type Tenant, tenants } from './people';

/**
 * The expectations of the matrix, from product.md sections 1 and 6 and the HTTP part of contract.md alone. Written
 * without a look at the product's own tables: two hands that write the same are worth more than one.
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

const everybody = roleNames;
const companies: readonly RoleName[] = ['administrator', 'partner', 'issuer'];

/** Section 6, Document content: an administrator needs break-glass, a partner sees metadata only. */
const readers: readonly RoleName[] = ['issuer', 'auditor'];

export type PageLine =
  | { who: 'anybody' }
  /** No role is let in: 403 to whoever is signed in. */
  | { who: 'none' }
  /** Not a page of the product: what an unknown address comes to. */
  | { who: 'unknown' }
  | {
      who: readonly RoleName[];
      about: 'home' | 'dashboard' | 'list' | 'operation' | 'documents' | 'document' | 'oneself';
    };

/** Section 6: Home, Dashboard, Operations L V, Profile. */
export const pages: Record<string, PageLine> = {
  '/': { who: everybody, about: 'home' },
  '/dashboard': { who: companies, about: 'dashboard' },
  '/operations': { who: everybody, about: 'list' },
  '/operations/[id]': { who: everybody, about: 'operation' },
  '/documents': { who: everybody, about: 'documents' },
  '/documents/[id]': { who: everybody, about: 'document' },
  '/profile': { who: everybody, about: 'oneself' },
  '/refused': { who: 'none' },
  '/sign-in': { who: 'anybody' },
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
  '/api/cron/[job]': { GET: { who: 'machine' } },
  '/api/documents/[id]/content': { GET: { who: readers, about: 'content' } },
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
  '/api/lists/documents': { GET: { who: everybody, about: 'documents' } },
  '/api/lists/operations': { GET: { who: everybody, about: 'list' } },
  '/api/lists/operations/options': { GET: { who: everybody, about: 'options' } },
  '/api/metrics': { GET: { who: 'machine' } },
  '/api/openapi.json': { GET: { who: 'anybody' } },
  '/api/oauth/token': { POST: { who: 'machine' } },
  '/api/ready': { GET: { who: 'anybody' } },
  '/api/v1/documents/[id]/content': { GET: { who: 'machine' } },
  '/api/v1/operations': { GET: { who: 'machine' } },
  '/api/v1/operations/[id]': { GET: { who: 'machine' } },
};

export type ActionLine = {
  /** The page whose form it is. */
  page: string;
  who: readonly RoleName[] | 'anybody';
  /** What a permitted call changes: the caller's own row, the end of the caller's own session, nothing. */
  changes: 'own-row' | 'own-session' | 'nothing';
  /** Its arguments: one value, the form of useActionState, or none. */
  takes:
    | { value: readonly unknown[]; malformed: readonly unknown[] }
    | { form: readonly Fields[]; malformed: readonly Fields[] };
};
type Fields = Readonly<Record<string, string>>;

/** Fields that nobody may set by asking: each makes the whole form invalid. */
const smuggled = ['id', 'operatorId', 'role', 'status', 'partnerId', 'issuerId', 'email', 'password'];
const smuggledInto = (sound: Fields): readonly Fields[] =>
  smuggled.map((name) => ({
    ...sound,
    [name]: name === 'role' ? 'administrator' : '01900000-0000-7000-8000-000000000001',
  }));

/** Section 6: Profile, own credentials, sessions: self. By `<file below app>#<name>`, groups left out. */
export const actions: Record<string, ActionLine> = {
  'actions.ts#saveView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    takes: {
      form: [],
      malformed: [
        {},
        { list: 'operators', name: 'x', query: '' },
        ...smuggledInto({ list: 'operations', name: 'x', query: '' }),
      ],
    },
  },
  'actions.ts#renameView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { id: '1', version: '1', name: 'x' }] },
  },
  'actions.ts#removeView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { id: '1', version: '1' }] },
  },
  'actions.ts#makeDefaultView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    // Without an id the plain list stays what opens.
    takes: { form: [{ list: 'operations' }], malformed: [{}, { list: 'operations', id: 'x' }] },
  },
  'actions.ts#saveColumns': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    // Without columns nothing is kept.
    takes: { form: [{ list: 'operations' }], malformed: [{}, { list: 'operations', columns: 'password_hash' }] },
  },
  'profile/actions.ts#updateProfile': {
    page: '/profile',
    who: everybody,
    changes: 'own-row',
    takes: { form: [{ theme: 'dark' }], malformed: [{}, { theme: 'pink' }, ...smuggledInto({ theme: 'dark' })] },
  },
  'profile/actions.ts#saveLanguage': {
    page: '/profile',
    who: everybody,
    changes: 'own-row',
    takes: { value: ['en'], malformed: ['xx', null, { $gt: '' }] },
  },
  'profile/actions.ts#saveTheme': {
    page: '/profile',
    who: everybody,
    changes: 'own-row',
    takes: { value: ['light'], malformed: ['pink', 7, ['dark', 'light', 'x']] },
  },
  'profile/actions.ts#signOut': {
    page: '/profile',
    who: everybody,
    changes: 'own-session',
    takes: { value: [], malformed: [] },
  },
  'sign-in/actions.ts#signIn': {
    page: '/sign-in',
    who: 'anybody',
    changes: 'nothing',
    takes: { form: [], malformed: [{ email: 'nobody@stranger.test', password: 'wrong' }, {}] },
  },
};

export type VerbLine = {
  who: readonly RoleName[];
  about:
    | 'list'
    | 'count'
    | 'options'
    | 'operation'
    | 'documents'
    | 'documents-count'
    | 'documents-export'
    | 'document'
    | 'content'
    | 'consumption'
    | 'consumption-table'
    | 'today'
    | 'recent'
    | 'attention'
    | 'subjects'
    | 'records'
    | 'needs'
    | 'oneself'
    | 'own-views'
    | 'own-home-views'
    | 'own-view-save'
    | 'own-view-rename'
    | 'own-view-remove'
    | 'own-view-default'
    | 'own-columns'
    | 'own-settings'
    | 'export'
    | 'export-order'
    | 'own-exports'
    | 'own-run'
    | 'own-piece';
};

/** Section 6, by verb. */
export const verbLines: Record<string, VerbLine> = {
  'operations.list': { who: everybody, about: 'list' },
  'operations.count': { who: everybody, about: 'count' },
  'operations.options': { who: everybody, about: 'options' },
  'operations.export': { who: everybody, about: 'export' },
  'exports.record': { who: everybody, about: 'export-order' },
  'exports.start': { who: everybody, about: 'export-order' },
  'exports.list': { who: everybody, about: 'own-exports' },
  'exports.get': { who: everybody, about: 'own-run' },
  'exports.fetch': { who: everybody, about: 'own-run' },
  'exports.piece': { who: everybody, about: 'own-piece' },
  'exports.cancel': { who: everybody, about: 'own-run' },
  'operations.get': { who: everybody, about: 'operation' },
  'documents.list': { who: everybody, about: 'documents' },
  'documents.count': { who: everybody, about: 'documents-count' },
  'documents.export': { who: everybody, about: 'documents-export' },
  'documents.get': { who: everybody, about: 'document' },
  'documents.content': { who: readers, about: 'content' },
  'dashboard.consumption': { who: companies, about: 'consumption' },
  'dashboard.export': { who: companies, about: 'consumption-table' },
  'home.today': { who: companies, about: 'today' },
  'home.recent': { who: everybody, about: 'recent' },
  'home.attention': { who: everybody, about: 'attention' },
  'home.needs': { who: companies, about: 'needs' },
  'home.views': { who: everybody, about: 'own-home-views' },
  'home.records': { who: ['auditor'], about: 'records' },
  'subjects.list': { who: ['auditor'], about: 'subjects' },
  'views.list': { who: everybody, about: 'own-views' },
  'views.save': { who: everybody, about: 'own-view-save' },
  'views.rename': { who: everybody, about: 'own-view-rename' },
  'views.remove': { who: everybody, about: 'own-view-remove' },
  'views.makeDefault': { who: everybody, about: 'own-view-default' },
  'columns.save': { who: everybody, about: 'own-columns' },
  'profile.view': { who: everybody, about: 'oneself' },
  'profile.update': { who: everybody, about: 'own-settings' },
};
