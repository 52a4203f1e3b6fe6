import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTool, partsOf, Tools } from '@/db/testing/independent-tools';
import { invoiceFile, openAuthority, signedFile, signerFor } from '@/db/testing/signed-files';
import { digests, signatureLevels } from '@/lib/domain/signature';
import { readCms } from '@/lib/validation/cms';
import type { Sandbox } from '../sandbox/sandbox';
import { UnsupportedDocument } from './gate';

let sandbox: Sandbox;
let tools: Tools;
beforeAll(async () => {
  sandbox = await openAuthority();
  tools = await Tools.open(sandbox);
});
afterAll(async () => {
  tools.end();
  await sandbox.stop();
});

const kinds = ['seal-2027', 'seal-token', 'seal-ec'].flatMap((id) =>
  digests.flatMap((digest) => signatureLevels.map((level) => [id, digest, level] as const)),
);
const hasPdfsig = hasTool('pdfsig', '-v') && hasTool('certutil', '-H');

/** The tools end well on a broken signature too: only what they say counts. */
describe('signed by one of each kind of key, over each digest, at each level', () => {
  it.skipIf(!hasPdfsig).each(kinds)('%s, %s, %s is valid to pdfsig', async (id, digest, level) => {
    const said = await tools.pdfsig(await signedFile(await invoiceFile(), signerFor(sandbox, id, { digest, level })));
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Certificate is Trusted.');
    expect(said).toContain(`Signing Hash Algorithm: ${digest}`);
    expect(said).toContain(level === 'B-LT' ? 'Not total document signed' : 'Total document signed');
  });

  it.skipIf(!hasTool('openssl', 'version')).each(kinds)('%s, %s, %s is valid to OpenSSL', async (id, digest, level) => {
    const file = await signedFile(await invoiceFile(), signerFor(sandbox, id, { digest, level }));
    expect(await tools.openssl(file)).toContain('CAdES Verification successful');
    expect(await tools.openssl(file, { lists: true })).toContain('CAdES Verification successful');
    if (level === 'B-B') return;
    const { timeStamp, signature } = readCms(partsOf(file).cms);
    expect(await tools.opensslTs(timeStamp ?? new Uint8Array(), signature)).toContain('Verification: OK');
  });

  it.skipIf(!hasTool('mutool', '-v')).each(kinds)('%s, %s, %s is valid to mutool', async (id, digest, level) => {
    const said = await tools.mutool(await signedFile(await invoiceFile(), signerFor(sandbox, id, { digest, level })));
    // It knows no RSASSA-PSS.
    if (id === 'seal-token') return expect(said).toContain('Digest error: Unknown error.');
    expect(said).toContain(
      level === 'B-LT'
        ? 'The signature is valid but there have been edits'
        : 'The document is unchanged since signing.',
    );
  });

  it.skipIf(!hasTool('qpdf', '--version')).each(signatureLevels)('%s is a sound file to qpdf', async (level) => {
    for (const useObjectStreams of [false, true]) {
      const file = await invoiceFile({ useObjectStreams });
      const said = await tools.qpdf(await signedFile(file, signerFor(sandbox, 'seal-ec', { level })));
      expect(said).toContain('No syntax or stream encoding errors found');
    }
  });
});

describe('a signed PDF', () => {
  it('keeps its own bytes, the form of its cross-references, and the signature before', async () => {
    for (const useObjectStreams of [false, true]) {
      const file = await invoiceFile({ useObjectStreams });
      const first = await signedFile(file, signerFor(sandbox, 'seal-ec'));
      expect(first.subarray(0, file.length).equals(file)).toBe(true);
      const second = await signedFile(first, signerFor(sandbox, 'seal-2027'));
      expect(second.subarray(0, first.length).equals(first)).toBe(true);
      const streams = second.toString('latin1').match(/\/Type \/XRef/g) ?? [];
      expect(streams).toHaveLength(useObjectStreams ? 3 : 0);
    }
  });

  it('has the attributes that PAdES wants, in the order of DER, and no signing time', async () => {
    const { namesSigner, hasSigningTime, inOrder, messageDigest } = readCms(
      partsOf(await signedFile(await invoiceFile(), signerFor(sandbox, 'seal-ec'))).cms,
    );
    expect({ namesSigner, hasSigningTime, inOrder }).toEqual({
      namesSigner: true,
      hasSigningTime: false,
      inOrder: true,
    });
    expect(messageDigest).toHaveLength(createHash('sha256').digest().length);
  });

  it('carries what a verifier needs later, beside signatures and data that are there already', async () => {
    const signer = signerFor(sandbox, 'seal-ec', { level: 'B-LT' });
    const twice = await signedFile(await signedFile(await invoiceFile(), signer), signer);
    const store = (await PDFDocument.load(twice)).catalog.lookup(PDFName.of('DSS'), PDFDict);
    expect(store.lookup(PDFName.of('VRI'), PDFDict).keys()).toHaveLength(2);
    // Three of the signature and three of its time stamp, of which each but the root has an answer.
    expect(store.lookup(PDFName.of('Certs'), PDFArray).size()).toBe(12);
    expect(store.lookup(PDFName.of('OCSPs'), PDFArray).size()).toBe(8);
  });
});

describe('what cannot be signed', () => {
  it.each([
    ['not a PDF', () => Buffer.from('hello'), 'not-pdf'],
    ['cut', async () => (await invoiceFile()).subarray(0, 400), 'broken'],
    ['shifted', async () => Buffer.concat([Buffer.from('%PDF-1.7\n%junk\n'), await invoiceFile()]), 'broken'],
    ['encrypted', async () => encrypted(), 'encrypted'],
  ] as const)('is refused: %s', async (_, make, reason) => {
    const error = await signedFile(await make(), signerFor(sandbox, 'seal-ec')).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnsupportedDocument);
    expect(error).toMatchObject({ reason });
  });
});

async function encrypted(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage().drawText('Fatura');
  document.encrypt({ ownerPassword: 'owner', userPassword: '' });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
