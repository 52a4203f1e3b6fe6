import type { ListName } from '@/lib/domain/lists';
import type { AccountRole } from './session';

/** Every list of the product, and one thing to ask it for. A new list is a line here. */
export const lists: readonly {
  name: ListName;
  path: string;
  role: AccountRole;
  /** A filter that lets rows through, and what its chip says then. */
  filter: string;
  says: RegExp;
  /** The other order than the usual one, and the column that shows it. */
  sort: string;
  sorted: string;
  /** Some of its columns, and their heads. */
  columns: string;
  heads: readonly string[];
  /** Too few rows for a long page: asked by its address alone. */
  few?: true;
}[] = [
  {
    name: 'operations',
    path: '/operations',
    role: 'administrator',
    filter: 'status=COMPLETED&period=last-30-days',
    says: /^Status: ?completed$/,
    sort: 'oldest',
    sorted: 'Received',
    columns: 'received,issuer,reference,error',
    heads: ['Received', 'Issuer', 'External reference', 'Error'],
  },
  {
    name: 'documents',
    path: '/documents',
    role: 'partner',
    filter: 'status=SIGNED&period=last-30-days',
    says: /^Status: ?signed$/,
    sort: 'oldest',
    sorted: 'Received',
    columns: 'received,name,size',
    heads: ['Received', 'Name', 'Size'],
  },
  {
    name: 'hashes',
    path: '/documents?kind=hash',
    role: 'administrator',
    filter: 'status=SIGNED&period=last-90-days',
    says: /^Status: ?signed$/,
    sort: 'oldest',
    sorted: 'Received',
    columns: 'received,status,reference',
    heads: ['Received', 'Status', 'External reference'],
  },
  {
    name: 'issuers',
    path: '/issuers',
    role: 'administrator',
    filter: 'status=active',
    says: /^Status: ?active$/,
    sort: 'oldest',
    sorted: 'Registered',
    columns: 'name,code,registered',
    heads: ['Name', 'Code', 'Registered'],
    few: true,
  },
];
/** Directories of fewer rows than a page: the kit is tried by the issuers. */
export const small: readonly ListName[] = [
  'partners',
  'operators',
  'accesses',
  'subscriptions',
  'mails',
  'authorities',
  'certificates',
  'wallets',
];
