import type { webcrypto } from 'node:crypto';
import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';
import { x509 } from '../../x509';
import {
  askedAt,
  derOf,
  forAuthority,
  forResponder,
  forSeals,
  forTimeStamps,
  type Issued,
  issue,
} from './certificates';
import { hashSigner, type Keys, keysOf, makeKeys } from './keys';
import { hexOf, ocspResponse, type Revoked, revocationList } from './revocation';
import { timeStampResponse } from './time-stamps';

type Kept = { readonly kind: Keys['kind']; readonly jwk: webcrypto.JsonWebKey; readonly certificate: string };
/** A PKI as JSON: for who keeps it over restarts. */
export type KeptPki = Readonly<Record<string, Kept>>;

type Seal = {
  /** Names the credential in what is kept. */
  readonly name: string;
  readonly commonName: string;
  readonly organisation: string;
  /** E.g. `PT-500100144`, as organizationIdentifier (EN 319 412-1, 5.1.4). */
  readonly vat: string;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly notBefore: Date;
  readonly notAfter: Date;
};

export type SealCertificate = {
  /** Upper-case hexadecimal. */
  readonly serial: string;
  /** DER, the seal's own certificate first, the root last. */
  readonly chain: readonly Uint8Array[];
  readonly signHash: (hash: Uint8Array, digest: Digest) => Uint8Array;
};

export type Pki = Awaited<ReturnType<typeof openPki>>;

const yearMs = 365 * 86_400_000;

/**
 * Two levels of a public-key infrastructure of our own, for development and tests: root, issuing authority, time stamps,
 * OCSP. What it certifies proves nothing to anybody.
 * @param baseUrl where its revocation services answer
 */
export async function openPki({ baseUrl, clock, kept = {} }: { baseUrl: string; clock: () => number; kept?: KeptPki }) {
  const known = new Map<string, Issued>();
  const revoked = new Map<string, { at: Date; reason: number }>();
  const made = async (name: string, kind: Keys['kind'], by: (keys: Keys) => Promise<Issued>): Promise<Issued> => {
    const old = kept[name];
    const issued = old
      ? {
          keys: await keysOf(old.kind, old.jwk),
          certificate: new x509.X509Certificate(Buffer.from(old.certificate, 'base64')),
        }
      : await by(await makeKeys(kind));
    known.set(name, issued);
    return issued;
  };
  const from = new Date(clock() - yearMs);
  const until = new Date(clock() + 20 * yearMs);
  const ours = (subject: string, issuer: Issued | null, extensions: x509.Extension[]) => (keys: Keys) =>
    issue({ subject, keys, notBefore: from, notAfter: until, issuer, extensions });
  const root = await made('root', 'RSA', ours(name('Root'), null, forAuthority()));
  const issuing = await made(
    'issuing',
    'RSA',
    ours(name('Issuing'), root, [...forAuthority(0), ...askedAt(baseUrl, 'root')]),
  );
  const tsa = await made(
    'tsa',
    'RSA',
    ours(name('Time Stamps'), issuing, [...forTimeStamps(), ...askedAt(baseUrl, 'issuing')]),
  );
  const responder = await made('responder', 'RSA', ours(name('OCSP'), issuing, forResponder()));
  const rootResponder = await made('root-responder', 'RSA', ours(name('Root OCSP'), root, forResponder()));
  const above = [derOf(issuing), derOf(root)];
  // As a request names its issuer: by the hash of the key's bits (RFC 6960, 4.1.1).
  const rootKey = Buffer.from(await root.certificate.publicKey.getKeyIdentifier());
  return {
    root: derOf(root),
    async seal(of: Seal): Promise<SealCertificate> {
      const kind = of.keyAlgorithm === 'ECDSA' ? 'EC' : 'RSA';
      const subject = `CN=${quoted(of.commonName)}, O=${quoted(of.organisation)}, 2.5.4.97=VAT${of.vat}, C=PT`;
      const extensions = [...forSeals(), ...askedAt(baseUrl, 'issuing')];
      const dates = { notBefore: of.notBefore, notAfter: of.notAfter };
      const issued = await made(of.name, kind, (keys) =>
        issue({ subject, keys, ...dates, issuer: issuing, extensions }),
      );
      return {
        serial: hexOf(Buffer.from(issued.certificate.serialNumber, 'hex')),
        chain: [derOf(issued), ...above],
        signHash: hashSigner(issued.keys, of.keyAlgorithm),
      };
    },
    revoke: (serial: string, at = new Date(clock()), reason = 1) => void revoked.set(serial, { at, reason }),
    restore: (serial: string) => void revoked.delete(serial),
    isRevoked: (serial: string): boolean => revoked.has(serial),
    timeStamp: async (request: Uint8Array) => timeStampResponse(request, tsa, above, new Date(clock())),
    ocsp: (request: Uint8Array) =>
      ocspResponse(request, isAboutRoot(request, rootKey) ? rootResponder : responder, revoked, new Date(clock())),
    crl: (of: 'root' | 'issuing') =>
      revocationList(
        of === 'root' ? root : issuing,
        of === 'root' ? (new Map() as Revoked) : revoked,
        new Date(clock()),
      ),
    kept: (): KeptPki =>
      Object.fromEntries(
        [...known].map(([each, { keys, certificate }]) => [
          each,
          { kind: keys.kind, jwk: keys.jwk, certificate: Buffer.from(certificate.rawData).toString('base64') },
        ]),
      ),
  };
}

const name = (what: string): string => `CN=Sign'Stash Sandbox ${what}, O=Sandbox, C=PT`;
const quoted = (text: string): string => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;

/** Who is asked about is issued by the root: its key's hash stands in the request. */
const isAboutRoot = (request: Uint8Array, hash: Buffer): boolean => Buffer.from(request).includes(hash);
