import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoiceFile, onThisMachine, openAuthority, signedFile, signerFor } from '@/db/testing/signed-files';
import { digests, signatureLevels } from '@/lib/domain/signature';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { validatePdf } from './validate-pdf';

let sandbox: Sandbox;
let invoice: Buffer;
beforeAll(async () => {
  sandbox = await openAuthority();
  invoice = await invoiceFile();
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.state.faults.clear();
  for (const { serial } of sandbox.state.credentials.values()) sandbox.state.pki.restore(serial);
});

const validate = (bytes: Uint8Array, more: Partial<Parameters<typeof validatePdf>[0]> = {}) =>
  validatePdf({ bytes, roots: [sandbox.state.pki.root], ask: onThisMachine, now: Date.now(), ...more });

describe('a document signed by us', () => {
  const kinds = ['seal-2027', 'seal-token', 'seal-ec'].flatMap((id) =>
    digests.flatMap((digest) => signatureLevels.map((level) => [id, digest, level] as const)),
  );
  it.each(kinds)('by %s over %s passes at %s', async (id, digest, level) => {
    const signed = await signedFile(invoice, signerFor(sandbox, id, { digest, level }));
    const report = await validate(signed, level === 'B-LT' ? { ask: null } : {});
    expect(report.signatures[0]).toMatchObject({ indication: 'TOTAL-PASSED', level, digest });
    expect(report).toMatchObject({ indication: 'TOTAL-PASSED', subIndication: null });
  });
});
