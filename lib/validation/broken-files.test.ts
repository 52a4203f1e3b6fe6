import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saidGood, signedWith, stampedBySeal, updated, withCms } from '@/db/testing/broken-files';
import { hasTool, Tools } from '@/db/testing/independent-tools';
import {
  credentialOf,
  invoiceFile,
  onThisMachine,
  openAuthority,
  signedFile,
  signerFor,
  tokenOver,
} from '@/db/testing/signed-files';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { validatePdf } from './validate-pdf';

const tooled = hasTool('pdfsig', '-v') && hasTool('openssl', 'version') && hasTool('certutil', '-H');
let sandbox: Sandbox;
let tools: Tools;
let invoice: Buffer;
beforeAll(async () => {
  sandbox = await openAuthority();
  tools = await Tools.open(sandbox);
  invoice = await invoiceFile();
});
afterAll(async () => {
  tools.end();
  await sandbox.stop();
});
beforeEach(() => {
  sandbox.state.faults.clear();
  for (const { serial } of sandbox.state.credentials.values()) sandbox.state.pki.restore(serial);
});

const validate = (bytes: Uint8Array, more: Partial<Parameters<typeof validatePdf>[0]> = {}) =>
  validatePdf({ bytes, roots: [sandbox.state.pki.root], ask: onThisMachine, now: Date.now(), ...more });
const signed = (id = 'seal-ec', more: Parameters<typeof signerFor>[2] = {}) =>
  signedFile(invoice, signerFor(sandbox, id, more));
const revoke = (id: string, ms: number) =>
  sandbox.state.pki.revoke(credentialOf(sandbox, id).serial, new Date(Date.now() + ms), 1);
function flipped(file: Buffer, at: number): Buffer {
  file[at] = (file[at] ?? 0) ^ 1;
  return file;
}
async function revoked(more: Parameters<typeof signerFor>[2], ms: number): Promise<Buffer> {
  const file = await signed('seal-ec', more);
  revoke('seal-ec', ms);
  return file;
}
const cut = async (to: (length: number) => number) => {
  const file = await signed();
  return file.subarray(0, to(file.length));
};
const openssl = (more: string, subFilter?: string) => () => {
  const [certificate = new Uint8Array()] = credentialOf(sandbox, 'seal-2027').chain;
  const make = (content: Buffer) => tools.opensslSigns('seal-2027', content, more.split(' '));
  return withCms(invoice, certificate, make, subFilter);
};
const stampSpoilt = async (hash: Uint8Array) => {
  const token = Buffer.from(await tokenOver(sandbox, hash));
  return flipped(token, token.length - 5);
};
const hour = 3_600_000;

/** What it is, how it is made, what we say (level or sub-indication), what pdfsig and OpenSSL say. */
type Row = readonly [what: string, make: () => Promise<Buffer>, ours: string, pdfsig: string, openssl: string];
const valid = 'Certificate is Trusted';
const success = 'CAdES Verification successful';
const unread = 'does not contain any signatures';
const mismatch = 'content verify error';

const ownFaults: readonly Row[] = [
  ['nothing wrong', () => signed(), 'TOTAL-PASSED B-T', valid, success],
  [
    'a byte of a page',
    async () => flipped(await signed(), invoice.indexOf('stream') + 12),
    'HASH_FAILURE',
    'Digest Mismatch',
    mismatch,
  ],
  ['a byte of the structure', async () => flipped(await signed(), 40), 'FORMAT_FAILURE', 'Digest Mismatch', mismatch],
  [
    'another key',
    () => signedWith(sandbox, invoice, { key: 'seal-2027', named: 'seal-token', chain: 'seal-token' }),
    'SIG_CRYPTO_FAILURE',
    'Signature is Invalid',
    'verification failure',
  ],
  [
    'an expired certificate',
    () => signed('seal-old', { level: 'B-B' }),
    'OUT_OF_BOUNDS_NO_POE',
    'Certificate has Expired',
    'certificate has expired',
  ],
  [
    'revoked, no time stamp',
    () => revoked({ level: 'B-B' }, -hour),
    'REVOKED_NO_POE',
    'Certificate has been Revoked',
    success,
  ],
  ['revoked before the time stamp', () => revoked({}, -hour), 'REVOKED', 'Certificate has been Revoked', success],
  [
    'revoked after the time stamp',
    () => revoked({}, 2000),
    'TOTAL-PASSED B-T',
    'Certificate has been Revoked',
    success,
  ],
  ['cut in the signature', () => cut((length) => Math.floor(length * 0.9)), 'FORMAT_FAILURE', unread, mismatch],
  ['cut by ten bytes', () => cut((length) => length - 10), 'FORMAT_FAILURE', 'Illegal values in ByteRange', mismatch],
  ['cut before the signature', () => cut(() => invoice.length + 10), 'FORMAT_FAILURE', unread, 'Error reading'],
  [
    'text on a page afterwards',
    async () => updated(await signed(), (document) => document.getPages()[0]?.drawText('1000 €')),
    'SIG_CONSTRAINTS_FAILURE',
    'Not total document signed',
    success,
  ],
  [
    'a second signature',
    async () => signedFile(await signed(), signerFor(sandbox, 'seal-2027')),
    'TOTAL-PASSED B-T',
    'Not total document signed',
    success,
  ],
  ['a byte of the time stamp', () => signed('seal-ec', { timeStamp: stampSpoilt }), 'TOTAL-PASSED B-B', valid, success],
  [
    'a time stamp over something else',
    () => signed('seal-ec', { timeStamp: () => tokenOver(sandbox, new Uint8Array(32)) }),
    'TOTAL-PASSED B-B',
    valid,
    success,
  ],
  [
    'a time stamp by a seal',
    () => signed('seal-ec', { timeStamp: (hash) => stampedBySeal(sandbox, hash) }),
    'TOTAL-PASSED B-B',
    valid,
    success,
  ],
];

/** What other makers do, with OpenSSL as one of them. */
const otherMakers: readonly Row[] = [
  ['a signing time among the attributes', openssl('-cades -certfile above.pem'), 'TOTAL-PASSED none', valid, success],
  [
    'no signing-certificate attribute',
    openssl('-certfile above.pem'),
    'NO_SIGNING_CERTIFICATE_FOUND',
    valid,
    'missing signing certificate attribute',
  ],
  [
    'the same under its older name',
    openssl('-certfile above.pem', 'adbe.pkcs7.detached'),
    'TOTAL-PASSED none',
    valid,
    'missing signing certificate attribute',
  ],
  [
    'SHA-1',
    openssl('-md sha1 -certfile above.pem', 'adbe.pkcs7.detached'),
    'CRYPTO_CONSTRAINTS_FAILURE',
    valid,
    'missing signing certificate attribute',
  ],
  [
    'no certificate inside',
    openssl('-cades -nocerts'),
    'NO_SIGNING_CERTIFICATE_FOUND',
    'Signature Validation',
    'signer certificate not found',
  ],
  [
    'no intermediate certificate',
    openssl('-cades'),
    'NO_CERTIFICATE_CHAIN_FOUND',
    'Certificate issuer is unknown',
    'unable to get local issuer',
  ],
  ['no attributes at all', openssl('-noattr -certfile above.pem'), 'FORMAT_FAILURE', valid, success],
  [
    'lengths left open (BER)',
    openssl('-cades -stream -certfile above.pem'),
    'TOTAL-PASSED none',
    'Digest Mismatch',
    success,
  ],
  [
    'attributes in another order',
    () => signedWith(sandbox, invoice, { unsorted: true }),
    'TOTAL-PASSED none',
    valid,
    success,
  ],
  [
    'the attribute of another certificate',
    () => signedWith(sandbox, invoice, { named: 'seal-2027' }),
    'NO_SIGNING_CERTIFICATE_FOUND',
    valid,
    'ess cert id not found',
  ],
];

async function verdictOn(file: Buffer): Promise<string> {
  const { indication, subIndication, signatures } = await validate(file);
  return subIndication ?? `${indication} ${signatures[0]?.level ?? 'none'}`;
}

describe('a signed document with', () => {
  it.each(ownFaults.map(([what, make, ours]) => [what, ours, make] as const))('%s: %s', async (_, ours, make) => {
    expect(await verdictOn(await make())).toBe(ours);
  });
});

describe.skipIf(!tooled)('to us, to pdfsig and to OpenSSL', () => {
  const rows = [...ownFaults, ...otherMakers].map(([what, make, ...said]) => [what, ...said, make] as const);
  it.each(rows)('%s is: %s | %s | %s', async (_, ours, byPdfsig, byOpenssl, make) => {
    const file = await make();
    expect(await verdictOn(file)).toBe(ours);
    expect(await tools.pdfsig(file)).toContain(byPdfsig);
    expect(await tools.openssl(file)).toContain(byOpenssl);
  });
});

describe('what proves nothing', () => {
  it('is a good word of yesterday, of another certificate, or of a seal', async () => {
    const file = await signed('seal-2027', { level: 'B-B' });
    const carrying = async (ocsp: Uint8Array) => {
      const validationData = async () => ({ certificates: [], ocsps: [ocsp], crls: [] });
      return signedFile(invoice, { ...signerFor(sandbox, 'seal-2027', { level: 'B-B' }), validationData });
    };
    expect((await validate(file, { ask: null })).subIndication).toBe('TRY_LATER');
    const day = 24 * hour;
    for (const said of [
      await saidGood(sandbox, 'seal-2027', { at: new Date(Date.now() - 30 * day) }),
      await saidGood(sandbox, 'seal-2027', { at: new Date(Date.now() + day) }),
      await saidGood(sandbox, 'seal-ec'),
      await saidGood(sandbox, 'seal-2027', { responder: 'seal-token' }),
    ]) {
      const { signatures } = await validate(await carrying(said), { ask: null });
      expect(signatures[0]?.checks).toContainEqual({ check: 'revocation', result: 'failed' });
    }
    const { signatures } = await validate(await carrying(await saidGood(sandbox, 'seal-2027')), { ask: null });
    expect(signatures[0]?.checks).toContainEqual({ check: 'revocation', result: 'passed' });
  });

  it('is a root that nobody trusts', async () => {
    expect((await validate(await signed(), { roots: [] })).subIndication).toBe('NO_CERTIFICATE_CHAIN_FOUND');
    const [, issuing = new Uint8Array()] = credentialOf(sandbox, 'seal-ec').chain;
    expect((await validate(await signed(), { roots: [issuing] })).indication).toBe('TOTAL-PASSED');
  });

  it('is the silence of the authority', async () => {
    const file = await signed();
    for (const source of ['ocsp', 'crl']) sandbox.state.faults.set(source, { kind: 'error', times: 99 });
    expect((await validate(file)).subIndication).toBe('TRY_LATER');
  });

  it('is no signature at all', async () => {
    expect(await validate(invoice)).toMatchObject({ indication: null, signatures: [] });
    expect(await validate(Buffer.from('hello'))).toMatchObject({ subIndication: 'FORMAT_FAILURE' });
  });
});
