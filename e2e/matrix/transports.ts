import type { Ask } from './http';
import type { Manner } from './judge';

/** A way to ask for a page. `path` has no query of its own yet. */
export type Transport = {
  name: string;
  manner: Manner;
  ask: (path: string, query: string) => Ask;
};

const document = { accept: 'text/html,application/xhtml+xml' };
const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);
const joined = (path: string, query: string, more: string): string =>
  `${path}?${query === '' ? more : `${query}&${more}`}`;

/** The suffixed form of a path, as the client router writes it: the home page is `/index`. */
const suffixed = (path: string, suffix: string): string => `${path === '/' ? '/index' : path}${suffix}`;

/** `/operations` → `/%6fperations`: another spelling of the same path. */
const encoded = (path: string): string =>
  path.replace(/^\/([a-z])/, (_, letter: string) => `/%${letter.charCodeAt(0).toString(16)}`);

const subrequest = Array.from({ length: 5 }, () => 'middleware').join(':');

export const asDocument: Transport = {
  name: 'document',
  manner: 'page',
  ask: (path, query) => ({ path: withQuery(path, query), headers: document }),
};

/** What the client router sends when a link is clicked. A wrong `_rsc` is answered by a redirect to the right one. */
export const asFlight: Transport = {
  name: 'rsc',
  manner: 'flight',
  ask: (path, query) => ({ path: joined(path, query, '_rsc=1a2b3'), headers: { rsc: '1' } }),
};

const odd = (name: string, ask: Transport['ask']): Transport => ({ name, manner: 'odd', ask });

/** The ways around a middleware that have worked somewhere before, and those of the client router. */
export const detours: readonly Transport[] = [
  odd('rsc without _rsc', (path, query) => ({ path: withQuery(path, query), headers: { rsc: '1' } })),
  odd('prefetch', (path, query) => ({
    path: joined(path, query, '_rsc=1a2b3'),
    headers: { rsc: '1', 'next-router-prefetch': '1' },
  })),
  odd('segment prefetch', (path, query) => ({
    path: joined(path, query, '_rsc=1a2b3'),
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  })),
  odd('.rsc', (path, query) => ({ path: withQuery(suffixed(path, '.rsc'), query), headers: { rsc: '1' } })),
  odd('.segments', (path, query) => ({ path: withQuery(suffixed(path, '.segments/_tree.segment.rsc'), query) })),
  odd('data route', (path, query) => ({
    path: withQuery(`/_next/data/${process.env.MATRIX_BUILD_ID ?? 'build'}${suffixed(path, '.json')}`, query),
    headers: { 'x-nextjs-data': '1' },
  })),
  odd('encoded path', (path, query) => ({ path: withQuery(encoded(path), query), headers: document })),
  odd('double slash', (path, query) => ({ path: withQuery(`/${path}`, query), headers: document })),
  odd('trailing slash', (path, query) => ({ path: withQuery(`${path}/`, query), headers: document })),
  odd('subrequest', (path, query) => ({
    path: withQuery(path, query),
    headers: { ...document, 'x-middleware-subrequest': subrequest },
  })),
  odd('subrequest in src', (path, query) => ({
    path: withQuery(path, query),
    headers: { ...document, 'x-middleware-subrequest': subrequest.replaceAll('middleware', 'src/middleware') },
  })),
  odd('foreign path headers', (path, query) => ({
    path: withQuery(path, query),
    headers: {
      ...document,
      'x-invoke-path': '/sign-in',
      'x-matched-path': '/sign-in',
      'x-rewrite-url': '/sign-in',
      'x-request-path': '/sign-in',
    },
  })),
  odd('HEAD', (path, query) => ({ method: 'HEAD', path: withQuery(path, query), headers: document })),
  odd('POST', (path, query) => ({ method: 'POST', path: withQuery(path, query), headers: document, body: '' })),
];
