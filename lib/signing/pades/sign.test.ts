import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Digest, digests } from '@/lib/domain/signature';
import { timeStampRequest, tokenIn } from '../cms/time-stamp';
import { askRevocation } from '../revocation/ask';
import { type Sandbox, startSandbox } from '../sandbox/sandbox';
import { sandboxClient, usualCredentials } from '../sandbox/usual-credentials';
import { pdfEngine } from './engine';
import { UnsupportedDocument } from './gate';
import type { SignatureFacts } from './increment';
import { type Signer, signPdf as signPdfWith } from './sign';
import { addValidationData } from './validation-data';

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signstash-pades-'));
  sandbox = await startSandbox({ port: 0, credentials: usualCredentials, users: {}, client: sandboxClient });
  writeFileSync(join(folder, 'root.pem'), pem(sandbox.state.pki.root));
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});
const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
const signPdf = async (bytes: Uint8Array, signer: Signer, facts: SignatureFacts) =>
  Buffer.from(await signPdfWith(bytes, signer, { facts }, pdfEngine));
const facts = { reason: 'Fatura n.º 1', location: 'São João da Madeira', name: 'Padaria Central' };

async function invoice({ useObjectStreams = false } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Fatura FT 2027/1');
  return Buffer.from(await document.save({ useObjectStreams }));
}

function signerOf(id: string, digest: Digest, stamped = true): Signer {
  const held = sandbox.state.credentials.get(id);
  if (!held) throw new Error(id);
  const timeStamp = async (hash: Uint8Array) =>
    tokenIn(
      await sandbox.state.pki.timeStamp(timeStampRequest({ hash, digest: 'SHA-256', nonce: Uint8Array.of(1, 2, 3) })),
    );
  return {
    chain: held.chain,
    keyAlgorithm: held.keyAlgorithm,
    digest,
    signHashes: (hashes) => Promise.all(hashes.map((hash) => held.signHash(hash, digest))),
    ...(stamped ? { timeStamp } : {}),
  };
}

/** The last signature of a file, as OpenSSL is given it. */
function partsOf(file: Buffer): { cms: Buffer; content: Buffer } {
  const range = [...file.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].at(-1);
  const [from = 0, to = 0, length = 0] = (range ?? []).slice(1).map(Number);
  return {
    cms: Buffer.from(file.toString('latin1', from + 1, to - 1), 'hex'),
    content: Buffer.concat([file.subarray(0, from), file.subarray(to, to + length)]),
  };
}

function byOpenssl(file: Buffer): string {
  const { cms, content } = partsOf(file);
  writeFileSync(join(folder, 'x.p7'), cms);
  writeFileSync(join(folder, 'x.bin'), content);
  const asked = 'cms -verify -binary -inform DER -in x.p7 -content x.bin -CAfile root.pem -cades -out out.bin';
  const { stdout, stderr } = spawnSync('openssl', asked.split(' '), { cwd: folder, encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

// Where OpenSSL is not installed these are counted as skipped.
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasOpenssl)('a signed PDF', () => {
  const kinds = ['seal-2027', 'seal-token', 'seal-ec'].flatMap((id) => digests.map((digest) => [id, digest] as const));
  it.each(kinds)('by %s over %s is valid to OpenSSL, B-B and B-T, twice in one file', async (id, digest) => {
    const first = await signPdf(await invoice(), signerOf(id, digest, false), facts);
    expect(byOpenssl(first)).toContain('CAdES Verification successful');
    const second = await signPdf(first, signerOf(id, digest), facts);
    expect(second.subarray(0, first.length).equals(first)).toBe(true);
    expect(byOpenssl(second)).toContain('CAdES Verification successful');
  });

  it('keeps the form of its cross-references, and no signing time', async () => {
    for (const useObjectStreams of [false, true]) {
      const file = await invoice({ useObjectStreams });
      const signed = await signPdf(file, signerOf('seal-ec', 'SHA-256'), facts);
      expect(signed.subarray(0, file.length).equals(file)).toBe(true);
      expect(byOpenssl(signed)).toContain('CAdES Verification successful');
      expect(partsOf(signed).cms.includes(Buffer.from('2a864886f70d010905', 'hex'))).toBe(false);
    }
  });

  it('carries what a verifier needs later, beside signatures and data that are there already', async () => {
    const signer = signerOf('seal-ec', 'SHA-256');
    const [certificate, issuer] = signer.chain;
    if (!certificate || !issuer) throw new Error('no chain');
    const proof = await askRevocation({ certificate, issuer, now: new Date() }, { loopbackHttp: true });
    const data = { certificates: signer.chain, ocsps: proof ? [proof.der] : [], crls: [] };
    const once = await addValidationData(await signPdf(await invoice(), signer, facts), data);
    const twice = await addValidationData(await signPdf(once, signer, facts), data);
    expect(byOpenssl(twice)).toContain('CAdES Verification successful');
    const store = (await PDFDocument.load(twice)).catalog.lookup(PDFName.of('DSS'), PDFDict);
    expect(store.lookup(PDFName.of('VRI'), PDFDict).keys()).toHaveLength(2);
    expect(store.lookup(PDFName.of('Certs'), PDFArray).size()).toBe(6);
    expect(store.lookup(PDFName.of('OCSPs'), PDFArray).size()).toBe(2);
  });

  it('with one byte changed is not valid', async () => {
    const signed = await signPdf(await invoice(), signerOf('seal-ec', 'SHA-256'), facts);
    signed[40] = (signed[40] ?? 0) ^ 1;
    expect(byOpenssl(signed)).toContain('content verify error');
  });
});

describe('what cannot be signed', () => {
  it.each([
    ['not a PDF', () => Buffer.from('hello'), 'not-pdf'],
    ['cut', async () => (await invoice()).subarray(0, 400), 'broken'],
    ['shifted', async () => Buffer.concat([Buffer.from('%PDF-1.7\n%junk\n'), await invoice()]), 'broken'],
  ] as const)('is refused: %s', async (_, make, reason) => {
    const error = await signPdf(await make(), signerOf('seal-ec', 'SHA-256'), facts).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnsupportedDocument);
    expect(error).toMatchObject({ reason });
  });
});
