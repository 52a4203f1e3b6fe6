import { describe, expect, it } from 'vitest';
import { docReferences, pathPattern } from './doc-references.mjs';

describe('what a document names', () => {
  it('are paths in backticks, links and npm scripts, with their line', () => {
    const text =
      'See `lib/env.ts:12`, `db/schema/`\nand [the rules](../CONTRIBUTING.md#tests); run `npm run db:reset`.';
    expect(docReferences(text)).toEqual([
      { path: 'lib/env.ts', line: 1 },
      { path: 'db/schema', line: 1 },
      { script: 'db:reset', line: 2 },
      { link: '../CONTRIBUTING.md', line: 2 },
    ]);
  });

  it('are not addresses, code, placeholders or links elsewhere', () => {
    const text =
      '`/operations/[id]` `lib/<entity>/x.ts` `select 1` `actions.ts` [x](https://x.test) [y](#part) `npm ci`';
    expect(docReferences(text)).toEqual([]);
  });

  it('match by stars', () => {
    expect('app/(signed-in)/wallets/[id]/page.tsx').toMatch(pathPattern('app/**/page.tsx'));
    expect('db/schema/wallets.ts').toMatch(pathPattern('db/*/wallets.ts'));
    expect('db/schema/deep/wallets.ts').not.toMatch(pathPattern('db/*/wallets.ts'));
  });
});
