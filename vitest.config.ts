import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// vitest 5 prints failures with Map.groupBy, which Node 20 has not: without it the name of a failed test is lost.
if (!('groupBy' in Map)) {
  const groupBy = <K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> => {
    const groups = new Map<K, T[]>();
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return groups;
  };
  Object.assign(Map, { groupBy });
}

const inRoot = (path: string) => new URL(path, import.meta.url).pathname;

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: {
      '@': inRoot('.'),
      // Outside Next's server build the real package throws on import.
      'server-only': inRoot('./node_modules/server-only/empty.js'),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{app,db,lib,scripts,bench}/**/*.test.ts', 'middleware.test.ts', 'scripts/**/*.test.mjs'],
          exclude: ['**/*.it.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['{app,components}/**/*.test.tsx', 'components/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: ['**/*.it.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**', '.data/**'],
          globalSetup: ['db/testing/global-setup.ts'],
          setupFiles: ['db/testing/suite-database.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
