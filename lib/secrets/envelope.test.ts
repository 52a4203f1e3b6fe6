import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { seal, unseal } from './envelope';

const place = { table: 'second_factors', column: 'secret', row: 'a', tenant: 't' };
beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://app@localhost/x');
  vi.stubEnv('SIGNSTASH_MASTER_KEY', randomBytes(32).toString('base64'));
});

describe('a sealed secret', () => {
  it('opens where it was sealed, to the byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const plain = Buffer.from(bytes);
        expect(unseal(seal(plain, place), place).equals(plain)).toBe(true);
      }),
    );
  });

  it('opens nowhere else: table, column, row and tenant are part of it', () => {
    const sealed = seal(Buffer.from('secret'), place);
    for (const field of ['table', 'column', 'row', 'tenant'] as const) {
      expect(() => unseal(sealed, { ...place, [field]: 'other' })).toThrow();
    }
  });

  it('opens no more once any byte was changed, or cut', () => {
    const sealed = seal(Buffer.from('a secret of some length'), place);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect(() => unseal(changed, place), `byte ${at}`).toThrow();
    }
    expect(() => unseal(sealed.subarray(0, -1), place)).toThrow();
  });

  it('is never the same twice, and does not show what is in it', () => {
    const plain = Buffer.from('canary-canary-canary');
    const [one, two] = [seal(plain, place), seal(plain, place)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(plain)).toBe(false);
  });
});
