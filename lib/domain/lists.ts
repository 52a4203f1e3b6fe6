/**
 * What each list can be asked and can show, by name. Without any library, since browsers load it too.
 * A list that is named here has saved views and a choice of columns; its filters are read by a module of its own.
 */
export const lists = {
  operations: {
    filters: ['service', 'issuer', 'partner', 'status', 'type', 'source', 'error', 'reference', 'document'],
    columns: [
      'received',
      'status',
      'partner',
      'issuer',
      'service',
      'reference',
      'type',
      'source',
      'items',
      'size',
      'duration',
      'finished',
      'failed',
      'error',
    ],
  },
  documents: {
    filters: ['service', 'issuer', 'partner', 'status', 'search', 'reference', 'document', 'invoice', 'nif', 'hash'],
    columns: [
      'received',
      'status',
      'partner',
      'issuer',
      'service',
      'name',
      'reference',
      'invoice',
      'nif',
      'total',
      'level',
      'size',
      'hash',
    ],
  },
  hashes: {
    filters: ['service', 'issuer', 'partner', 'status', 'reference', 'hash'],
    columns: ['received', 'status', 'partner', 'issuer', 'service', 'reference', 'level', 'hash'],
  },
  issuers: {
    filters: ['search', 'status', 'partner', 'bundle'],
    columns: ['name', 'code', 'status', 'partner', 'bundle', 'services', 'operators', 'registered'],
  },
  partners: {
    filters: ['search', 'status', 'type'],
    columns: ['name', 'code', 'status', 'type', 'issuers', 'operators', 'registered'],
  },
  operators: {
    filters: ['search', 'role', 'status', 'partner', 'issuer'],
    columns: ['name', 'email', 'role', 'status', 'company', 'signed-in', 'registered'],
  },
  accesses: {
    filters: ['search', 'state', 'issuer'],
    columns: ['auditor', 'email', 'issuer', 'state', 'from', 'to', 'granted'],
  },
  subscriptions: {
    filters: ['search'],
    columns: ['name', 'code', 'kind', 'partner', 'operator', 'registered'],
  },
  mails: {
    filters: ['search', 'state'],
    columns: ['recipient', 'mail', 'state', 'attempts', 'created', 'sent'],
  },
  authorities: {
    filters: ['search', 'state'],
    columns: ['name', 'type', 'state', 'certificates', 'success', 'contact', 'registered'],
  },
  certificates: {
    filters: ['search', 'state', 'partner', 'issuer', 'authority', 'wallet'],
    columns: ['name', 'issuer', 'authority', 'wallet', 'state', 'x509', 'expires', 'used', 'valid-to', 'registered'],
  },
  wallets: {
    filters: ['search', 'partner', 'issuer'],
    columns: ['name', 'issuer', 'current', 'state', 'certificates', 'services', 'registered'],
  },
} as const satisfies Record<string, ListShape>;

type ListShape = { readonly filters: readonly string[]; readonly columns: readonly string[] };

export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];

/** The days of a list: a period that moves with today, or two days that stay. */
export const dayFields = ['period', 'from', 'to'] as const;
/** Where in a list one is. */
export const placeFields = ['after', 'before'] as const;
/** How it is shown; they narrow nothing. `view` names the saved view that the address came from, or "all". */
export const lookFields = ['sort', 'columns', 'size', 'view'] as const;

/** Everything that every list's address may hold besides its own filters. */
export type CommonField = (typeof dayFields)[number] | (typeof placeFields)[number] | (typeof lookFields)[number];

/** `view` of the plain list of somebody whose default view would open instead. */
export const plainView = 'all';
