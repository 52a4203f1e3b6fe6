import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from './source-hash.mjs';

describe('the fingerprint of the sources', () => {
  let folder = '';
  const write = (path, text) => writeFileSync(join(folder, path), text);
  const hash = (...extra) => hashOf(folder, ['lib', 'package.json', 'absent'], extra);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'signstash-hash-'));
    mkdirSync(join(folder, 'lib/deep'), { recursive: true });
    write('lib/deep/a.ts', 'a');
    write('package.json', '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('stays the same while nothing changes, and when only a test or another file does', () => {
    const before = hash();
    write('lib/deep/a.test.ts', 'test');
    write('README.md', 'text');
    expect(hash()).toBe(before);
  });

  it('changes with a content, a name, a new file and a setting', () => {
    const seen = new Set([hash(), hash('/base')]);
    write('lib/deep/a.ts', 'b');
    seen.add(hash());
    write('lib/b.ts', '');
    seen.add(hash());
    rmSync(join(folder, 'lib/b.ts'));
    write('lib/c.ts', '');
    seen.add(hash());
    expect(seen.size).toBe(5);
  });
});
