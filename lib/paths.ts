/**
 * Every internal address. Builders answer addresses without the base path, as next/link, redirect and the router want
 * them; what goes into a plain <a> or fetch passes through `href`.
 */

/** Set at build time by next.config.mjs; absent in tests and scripts. */
declare const __BASE_PATH__: string | undefined;
const basePath = typeof __BASE_PATH__ === 'string' ? __BASE_PATH__ : '';

export type QueryValue = string | number | readonly string[] | null | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

/** Filters of the operations list and their order in the address (contract.md, Routes). Days are local, inclusive. */
export type OperationsQuery = {
  readonly service?: QueryValue;
  readonly issuer?: QueryValue;
  readonly partner?: QueryValue;
  readonly status?: QueryValue;
  readonly type?: QueryValue;
  readonly source?: QueryValue;
  readonly error?: QueryValue;
  readonly reference?: QueryValue;
  readonly document?: QueryValue;
  readonly period?: QueryValue;
  readonly from?: QueryValue;
  readonly to?: QueryValue;
  readonly sort?: QueryValue;
  readonly columns?: QueryValue;
  readonly view?: QueryValue;
  readonly after?: QueryValue;
  readonly before?: QueryValue;
  readonly size?: QueryValue;
};

/** Appends what is set, in the order given; lists are joined by a comma. */
function withQuery(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') params.set(key, text);
  }
  return params.size === 0 ? path : `${path}?${params}`;
}

/** A page about one thing, or one of its tabs. */
const withTab = (path: string, id: string, tab?: string, query?: Query): string =>
  withQuery([path, encodeURIComponent(id), ...(tab ? [tab] : [])].join('/'), query);

/** The address for a plain <a>, a form or fetch: with the base path of the installation. */
export function href(path: string): string {
  return `${basePath}${path}`;
}

/** The other way round: what `href` wrote, as next/link, redirect and the router want it. */
export function pathOf(address: string): string {
  return address.startsWith(basePath) ? address.slice(basePath.length) : address;
}

export const paths = {
  home: () => '/',
  /** A page under what its list is asked: its own path and no other. */
  at: (path: string, query?: Query) => withQuery(path, query),
  dashboard: (query?: Query) => withQuery('/dashboard', query),
  operations: (query?: OperationsQuery) => withQuery('/operations', query),
  operation: (id: string, tab?: string) => `/operations/${encodeURIComponent(id)}${tab ? `/${tab}` : ''}`,
  /** A report on a document's signatures, and its content: answers of their own, for fetch and plain links, through `href`. */
  documentValidation: (id: string) => `/api/documents/${encodeURIComponent(id)}/validation`,
  documentContent: (id: string, { download = false } = {}) =>
    withQuery(`/api/documents/${encodeURIComponent(id)}/content`, { download: download ? 1 : undefined }),
  documents: (query?: Query) => withQuery('/documents', query),
  /** Folders of what the PDF preview loads when a file asks for it. */
  pdfData: (part: 'cmaps' | 'standard_fonts' | 'wasm') => `/pdf-data/${part}/`,
  /** `<operation id>.<seq>` */
  document: (id: string) => `/documents/${encodeURIComponent(id)}`,
  operators: (query?: Query) => withQuery('/operators', query),
  newOperator: (query?: Query) => withQuery('/operators/new', query),
  operator: (id: string, tab?: string, query?: Query) => withTab('/operators', id, tab, query),
  accesses: (query?: Query) => withQuery('/accesses', query),
  newAccess: (query?: Query) => withQuery('/accesses/new', query),
  access: (id: string) => `/accesses/${encodeURIComponent(id)}`,
  certificates: (query?: Query) => withQuery('/certificates', query),
  newCertificate: (query?: Query) => withQuery('/certificates/new', query),
  certificate: (id: string, tab?: string, query?: Query) => withTab('/certificates', id, tab, query),
  /** Where certificate authorities send people back to. */
  certificateReturn: () => '/certificates/return',
  certificateFlow: (id: string) => `/certificates/flow/${encodeURIComponent(id)}`,
  /** A public certificate or its chain as a file: for plain links, through `href`. */
  certificateFile: (id: string, what: 'certificate' | 'chain') => `/api/certificates/${encodeURIComponent(id)}/${what}`,
  wallets: (query?: Query) => withQuery('/wallets', query),
  newWallet: () => '/wallets/new',
  wallet: (id: string) => `/wallets/${encodeURIComponent(id)}`,
  authorities: (query?: Query) => withQuery('/configuration/authorities', query),
  newAuthority: () => '/configuration/authorities/new',
  authority: (id: string, tab?: string, query?: Query) => withTab('/configuration/authorities', id, tab, query),
  issuers: (query?: Query) => withQuery('/issuers', query),
  issuer: (id: string, tab?: string, query?: Query) => withTab('/issuers', id, tab, query),
  newIssuer: (query?: Query) => withQuery('/issuers/new', query),
  newPartner: (query?: Query) => withQuery('/partners/new', query),
  subscriptions: (query?: Query) => withQuery('/subscriptions', query),
  subscription: (id: string) => `/subscriptions/${encodeURIComponent(id)}`,
  /** Public forms; `partner` fills in and locks the partner's code. */
  subscribeIssuer: (query?: Query) => withQuery('/subscribe/issuer', query),
  subscribePartner: () => '/subscribe/partner',
  partners: (query?: Query) => withQuery('/partners', query),
  partner: (id: string, tab?: string, query?: Query) => withTab('/partners', id, tab, query),
  mails: (query?: Query) => withQuery('/configuration/mail', query),
  mail: (id: string) => `/configuration/mail/${encodeURIComponent(id)}`,
  /** A mail as its reader sees it: for a frame, through `href`. */
  mailBody: (id: string) => `/api/mails/${encodeURIComponent(id)}/body`,
  /** A page about a company of either kind. */
  companyOf: (kind: 'issuer' | 'partner', id: string, tab?: string, query?: Query) =>
    withTab(kind === 'issuer' ? '/issuers' : '/partners', id, tab, query),
  /** Leads to one's own company. */
  company: () => '/company',
  profile: () => '/profile',
  security: () => '/profile/security',
  ownActivity: (query?: Query) => withQuery('/profile/activity', query),
  settings: () => '/configuration/general',
  /** Where middleware.ts shows that a role may not open a page; always answers 403. */
  refused: () => '/refused',
  forgotPassword: () => '/forgot-password',
  /** Links that a mail carries. */
  activate: (token: string) => `/activate/${encodeURIComponent(token)}`,
  reset: (token: string) => `/reset/${encodeURIComponent(token)}`,
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  exports: {
    /** A list as a file, or (without a format) what it would hold. */
    of: (list: string, query: Query, format?: string) =>
      withQuery(`/api/exports/${encodeURIComponent(list)}`, { ...query, format }),
    own: () => '/api/exports',
    run: (id: string) => `/api/exports/runs/${encodeURIComponent(id)}`,
    file: (id: string) => `/api/exports/runs/${encodeURIComponent(id)}/file`,
  },
  lists: {
    operations: (query?: OperationsQuery) => withQuery('/api/lists/operations', query),
    documents: (query?: Query) => withQuery('/api/lists/documents', query),
    directory: (list: string, query?: Query) => withQuery(`/api/lists/${list}`, query),
    operationOptions: (search: string) => withQuery('/api/lists/operations/options', { search }),
  },
};
