import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { signedAttributes } from '@/lib/signing/cms/attributes';
import { signedData } from '@/lib/signing/cms/signed-data';
import { timeStampRequest, tokenIn } from '@/lib/signing/cms/time-stamp';
import { pdfEngine } from '@/lib/signing/pades/engine';
import { ocspRequest } from '@/lib/signing/revocation/ocsp';
import { keysOf } from '@/lib/signing/sandbox/pki/keys';
import { ocspResponse } from '@/lib/signing/sandbox/pki/revocation';
import { timeStampResponse } from '@/lib/signing/sandbox/pki/time-stamps';
import type { Sandbox } from '@/lib/signing/sandbox/sandbox';
import { x509 } from '@/lib/signing/x509';
import { credentialOf } from './signed-files';

const digest = 'SHA-256';

/** A document whose signature is made by somebody else: what is signed goes out, a CMS comes back. */
export async function withCms(
  invoice: Uint8Array,
  certificate: Uint8Array,
  make: (content: Buffer) => Promise<Uint8Array>,
  subFilter = 'ETSI.CAdES.detached',
): Promise<Buffer> {
  const facts = { reason: '', location: '', name: '' };
  const prepared = await pdfEngine.prepare(Buffer.from(invoice), { facts, certificate, digest });
  const bytes = Buffer.from(prepared.bytes);
  bytes.write(subFilter, bytes.lastIndexOf('ETSI.CAdES.detached'), 'latin1');
  const content = Buffer.concat([bytes.subarray(0, prepared.from), bytes.subarray(prepared.to)]);
  bytes.write(Buffer.from(await make(content)).toString('hex'), prepared.from + 1, 'latin1');
  return bytes;
}

/** A signature with the key of one credential and the parts that are asked for instead of its own. */
export function signedWith(
  sandbox: Sandbox,
  invoice: Uint8Array,
  {
    key = 'seal-ec',
    named = key,
    chain = key,
    unsorted = false,
  }: { key?: string; named?: string; chain?: string; unsorted?: boolean },
): Promise<Buffer> {
  const held = credentialOf(sandbox, key);
  const [certificate = new Uint8Array()] = credentialOf(sandbox, named).chain;
  return withCms(invoice, certificate, async (content) => {
    const own = createHash('sha256').update(content).digest();
    const right = signedAttributes({ digest: own, algorithm: digest, certificate });
    const attributes = unsorted ? reversed(right) : right;
    const signature = await held.signHash(createHash('sha256').update(attributes.der).digest(), digest);
    const { chain: certificates, keyAlgorithm } = credentialOf(sandbox, chain);
    return signedData({ attributes, signature, chain: certificates, algorithm: digest, keyAlgorithm });
  });
}

/** The same attributes in another order, signed as they stand: what a maker does who does not sort them. */
function reversed({ list, der }: ReturnType<typeof signedAttributes>): ReturnType<typeof signedAttributes> {
  const parts = list.map((each) => Buffer.from(each.toSchema().toBER())).reverse();
  const body = Buffer.concat(parts);
  return { list: [...list].reverse(), der: Buffer.concat([der.subarray(0, der.length - body.length), body]) };
}

async function issuedOf(sandbox: Sandbox, name: string) {
  const kept = sandbox.state.pki.kept()[name];
  if (!kept) throw new Error(name);
  const certificate = new x509.X509Certificate(Buffer.from(kept.certificate, 'base64'));
  return { keys: await keysOf(kept.kind, kept.jwk), certificate };
}

/** A time stamp by a seal, whose certificate is not for that. */
export async function stampedBySeal(sandbox: Sandbox, hash: Uint8Array): Promise<Uint8Array> {
  const request = timeStampRequest({ hash, digest, nonce: Uint8Array.of(1) });
  const above = credentialOf(sandbox, 'seal-2027').chain.slice(1);
  return tokenIn(timeStampResponse(request, await issuedOf(sandbox, 'seal-2027'), above, new Date()));
}

/** "Good", said of a credential's certificate by `responder`, which may be nobody to say so, at a time. */
export async function saidGood(sandbox: Sandbox, id: string, { responder = 'responder', at = new Date() } = {}) {
  const [certificate = new Uint8Array(), issuer = new Uint8Array()] = credentialOf(sandbox, id).chain;
  const request = await ocspRequest(certificate, issuer);
  return ocspResponse(request, await issuedOf(sandbox, responder), new Map(), at);
}

/** An update after the signature: what it does to the document is the caller's. */
export async function updated(file: Buffer, change: (document: PDFDocument) => void): Promise<Buffer> {
  const document = await PDFDocument.load(file, { forIncrementalUpdate: true, updateMetadata: false });
  change(document);
  const { snapshot, pdfFileDetails } = document.context;
  if (!snapshot) throw new Error('no snapshot');
  const { useObjectStreams } = pdfFileDetails;
  return Buffer.concat([file, await document.saveIncremental(snapshot, { useObjectStreams })]);
}
