import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digests } from '@/lib/domain/signature';
import { nodeDigest } from './cms/oids';
import { type Sandbox, startSandbox } from './sandbox/sandbox';
import { sandboxClient, usualCredentials } from './sandbox/usual-credentials';
import { verifiesHash } from './verify-hash';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, credentials: usualCredentials, users: {}, client: sandboxClient });
});
afterAll(() => sandbox.stop());

const kinds = [
  ['seal-2027', 'RSA'],
  ['seal-token', 'RSA-PSS'],
  ['seal-ec', 'ECDSA'],
] as const;

describe('a signature over a ready hash', () => {
  it.each(kinds.flatMap(([id, kind]) => digests.map((digest) => [id, kind, digest] as const)))(
    'of %s (%s, %s) is told from every other one',
    async (id, kind, digest) => {
      const held = sandbox.state.credentials.get(id);
      const [certificate] = held?.chain ?? [];
      if (!held || !certificate) throw new Error(id);
      expect(held.keyAlgorithm).toBe(kind);
      const hash = createHash(nodeDigest[digest]).update(randomBytes(9)).digest();
      const signature = await held.signHash(hash, digest);
      const given = { hash, digest, signature, keyAlgorithm: kind };
      expect(verifiesHash(certificate, given)).toBe(true);
      const other = createHash(nodeDigest[digest]).update('other').digest();
      expect(verifiesHash(certificate, { ...given, hash: other })).toBe(false);
      for (const at of [0, 9, signature.length - 1]) {
        const spoilt = Uint8Array.from(signature);
        spoilt[at] = (spoilt[at] ?? 0) ^ 1;
        expect(verifiesHash(certificate, { ...given, signature: spoilt })).toBe(false);
      }
      expect(verifiesHash(certificate, { ...given, signature: new Uint8Array(256) })).toBe(false);
      expect(verifiesHash(certificate, { ...given, signature: new Uint8Array() })).toBe(false);
    },
  );
});
