import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCycles } from './cycles.mjs';
import { fixtureComplaints } from './proof.mjs';

describe('the proof that the import rules bite', () => {
  let fixture = '';
  beforeEach(() => {
    fixture = mkdtempSync(join(tmpdir(), 'signstash-fixture-'));
    cpSync(join(import.meta.dirname, '../fixtures/violations'), fixture, { recursive: true });
  });
  afterEach(() => rmSync(fixture, { recursive: true }));

  it('finds every planted violation and nothing else', () => {
    expect(fixtureComplaints(fixture)).toEqual([]);
  });

  it('says so when a violation was not planted, and when a planted one is harmless', () => {
    writeFileSync(join(fixture, 'lib/domain/more.ts'), "import '@/db/client';\n");
    writeFileSync(join(fixture, 'lib/domain/harmless.ts'), '// planted: intl\nexport const x = 1;\n');
    expect(fixtureComplaints(fixture)).toEqual([
      'planted, not reported: lib/domain/harmless.ts (intl)',
      'reported, not planted: lib/domain/more.ts (domain-imports)',
    ]);
  });

  it('says so when a rule has no violation planted', () => {
    rmSync(join(fixture, 'tools'), { recursive: true });
    expect(fixtureComplaints(fixture)).toEqual(['no violation is planted for the rule outside-every-ring']);
  });
});

describe('cycles', () => {
  it('are found across several modules, once each, and not where a module is only shared', () => {
    const graph = new Map([
      ['a', ['b', 'd']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
      ['e', ['e']],
    ]);
    expect(findCycles(graph)).toEqual([['a', 'b', 'c'], ['e']]);
  });
});
