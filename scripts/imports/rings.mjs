/** Who may import what: the table of ARCHITECTURE.md. What is not named here is refused.
 *
 * `match`: the ring's files, first ring that matches wins. `may`: rings whose modules it may import. `types`: rings of
 * which it may import types alone. `files`: single modules beyond that. `own`: which modules of the same ring, by the
 * folder below the captured group; absent means all. `packages`: npm packages, absent means all but those in `reserved`.
 *
 * @typedef {{ name: string, match: RegExp, may?: string[], types?: string[], files?: RegExp, own?: (from: string, to: string) => boolean,
 *   packages?: RegExp }} Ring */

const folder = (path, depth) => path.split('/').slice(0, depth).join('/');
const directory = (path) => path.slice(0, path.lastIndexOf('/') + 1);

/** A verb sees its own folder, what stands directly in lib/services, and of its peers the index and the words. */
const servicesOwn = (from, to) =>
  folder(from, 3) === folder(to, 3) ||
  to.split('/').length === 3 ||
  /^lib\/services\/[^/]+\/(index|schemas|types)\.ts$/.test(to);

/** Primitives know primitives; the other generic kits know each other; an entity knows the kits and itself. */
const kits = /^components\/(ui|icons|charts|data-table|detail|directory|exports|forms|shell|preview)\//;
const componentsOwn = (from, to) =>
  folder(from, 2) === folder(to, 2) ||
  (from.startsWith('components/ui/') ? to.startsWith('components/icons/') : kits.test(to));

/** A screen sees its own folder, those above it and those below. */
const segmentOwn = (from, to) =>
  directory(from).startsWith(directory(to)) ||
  directory(to).startsWith(directory(from)) ||
  to.startsWith('app/styles/');

const ports = 'signing|validation|templates|outbound|mail|storage|secrets';

/** @type {Ring[]} */
export const rings = [
  {
    name: 'tests',
    match: /\.test\.(ts|tsx|mjs)$|^(e2e|bench|db\/testing|db\/factories)\//,
    may: ['*'],
  },
  { name: 'scripts', match: /^scripts\// },
  { name: 'configuration', match: /^[^/]+\.config\.(ts|mjs)$/, may: ['base'] },
  { name: 'domain', match: /^lib\/domain\//, packages: /^(zod|uuid|temporal-polyfill)$/ },
  {
    name: 'base',
    match: /^lib\/(env|environment|log|clock|database-urls|fonts|threads|bounded-queue)\.ts$|^lib\/thread-entry\.mjs$/,
    may: ['domain'],
  },
  { name: 'shared', match: /^lib\/((format|i18n)\/|paths\.ts$)/, may: ['domain', 'base'] },
  { name: 'seed', match: /^db\/seed\//, may: ['domain', 'db', 'base'], files: /^db\/factories\// },
  { name: 'db', match: /^db\//, may: ['domain', 'base'] },
  {
    name: 'ports',
    match: new RegExp(`^lib/(${ports})/`),
    may: ['domain', 'shared', 'base'],
    own: (from, to) => folder(from, 2) === folder(to, 2) || to.startsWith('lib/outbound/'),
  },
  // What every route handler for machines shares: token, bounded body, error body.
  { name: 'http', match: /^lib\/http\//, may: ['domain', 'base'] },
  { name: 'services', match: /^lib\/services\//, may: ['domain', 'db', 'ports', 'shared', 'base'], own: servicesOwn },
  {
    name: 'jobs',
    match: /^lib\/jobs\//,
    may: ['domain', 'db', 'services', 'ports', 'shared', 'base'],
    files: /^lib\/shutdown\.ts$/,
  },
  { name: 'auth', match: /^lib\/auth\//, may: ['domain', 'db', 'services', 'actions', 'shared', 'base'] },
  { name: 'actions', match: /^lib\/actions\//, may: ['domain', 'services', 'auth', 'shared', 'base'] },
  // The demonstration: plays what people, software and engine do, by the very verbs.
  {
    name: 'demo',
    match: /^lib\/demo\//,
    may: ['domain', 'db', 'seed', 'services', 'ports', 'shared', 'base'],
  },
  {
    name: 'components',
    match: /^components\//,
    may: ['domain', 'shared'],
    types: ['services', 'actions'],
    files: /^lib\/(services\/.*schemas\.ts|templates\/.*)$/,
    own: componentsOwn,
  },
  {
    name: 'process',
    match:
      /^lib\/(start|worker-command|administrator-command|sandbox-command|demo-command|startup-checks|readiness|draining|shutdown|http-servers)\.ts$/,
    may: ['domain', 'db', 'services', 'jobs', 'auth', 'ports', 'base', 'demo'],
  },
  { name: 'entry', match: /^instrumentation\.ts$/, may: ['process'] },
  {
    name: 'app',
    match: /^app\//,
    may: ['domain', 'services', 'actions', 'auth', 'http', 'shared', 'base', 'components'],
    files: /^lib\/(readiness|draining|jobs\/(drain|metrics))\.ts$/,
    own: segmentOwn,
  },
  {
    name: 'middleware',
    match: /^middleware\.ts$/,
    may: ['base'],
    files:
      /^lib\/(domain\/(access|ids)|auth\/(session-cookie|path-judgement|content-security-policy|request-headers)|paths)\.ts$/,
  },
];

/** Packages that only some files may import, whatever their ring. */
export const reserved = [
  { packages: /^drizzle-orm(\/|$)/, files: /^(db|lib\/services|lib\/demo)\// },
  { packages: /^postgres$/, files: /^(db|scripts|bench|e2e)\// },
  { packages: /^next-auth(\/|$)/, files: /^(lib\/auth|app\/api\/auth)\// },
  { packages: /^piscina$/, files: /^lib\/(threads\.ts|thread-entry\.mjs)$/ },
  { packages: /^graphile-worker$/, files: /^(lib\/jobs|db)\// },
  { packages: /^@tremor\//, files: /^components\/charts\// },
  { packages: /^@radix-ui\//, files: /^components\/ui\// },
  {
    packages: /^(vitest|fast-check|@playwright\/test|@axe-core\/.*|@testing-library\/.*)(\/|$)/,
    rings: ['tests', 'configuration'],
  },
];
