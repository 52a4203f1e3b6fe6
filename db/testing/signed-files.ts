import { PDFDocument } from '@cantoo/pdf-lib';
import type { Digest, SignatureLevel } from '@/lib/domain/signature';
import { certificatesIn, timeStampRequest, tokenIn } from '@/lib/signing/cms/time-stamp';
import { pdfEngine } from '@/lib/signing/pades/engine';
import { type Signer, signPdf } from '@/lib/signing/pades/sign';
import { askRevocation } from '@/lib/signing/revocation/ask';
import { type Sandbox, startSandbox } from '@/lib/signing/sandbox/sandbox';
import { sandboxClient, usualCredentials } from '@/lib/signing/sandbox/usual-credentials';

/** An authority alone, without the product around it; whoever starts it stops it. */
export const openAuthority = (): Promise<Sandbox> =>
  startSandbox({ port: 0, credentials: usualCredentials, users: {}, client: sandboxClient });

/** The sandbox answers on this machine. */
export const onThisMachine = { loopbackHttp: true };

/** A small invoice. */
export async function invoiceFile({ useObjectStreams = false, pages = 1 } = {}): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let n = 0; n < pages; n++) document.addPage([595, 842]).drawText(`Fatura FT 2027/1, ${n + 1}`);
  return Buffer.from(await document.save({ useObjectStreams }));
}

export const credentialOf = ({ state }: Sandbox, id: string) => {
  const held = state.credentials.get(id);
  if (!held) throw new Error(`no credential ${id}`);
  return held;
};

/** A token over a hash, as the authority's time-stamp service gives it. */
export async function tokenOver({ state }: Sandbox, hash: Uint8Array): Promise<Uint8Array> {
  const nonce = Uint8Array.of(1, 2, 3);
  return tokenIn(await state.pki.timeStamp(timeStampRequest({ hash, digest: 'SHA-256', nonce })));
}

/** A credential's key as what signs at a level; parts of it may be replaced, to sign wrongly. */
export function signerFor(
  sandbox: Sandbox,
  id: string,
  { digest = 'SHA-256', level = 'B-T', ...more }: Partial<Signer> & { digest?: Digest; level?: SignatureLevel } = {},
): Signer {
  const held = credentialOf(sandbox, id);
  const signer = {
    ...{ chain: held.chain, keyAlgorithm: held.keyAlgorithm, digest },
    signHashes: (hashes: readonly Uint8Array[]) => Promise.all(hashes.map((hash) => held.signHash(hash, digest))),
    ...more,
  };
  if (level === 'B-B') return signer;
  const stamped = { timeStamp: (hash: Uint8Array) => tokenOver(sandbox, hash), ...signer };
  if (level === 'B-T') return stamped;
  const validationData = async (token?: Uint8Array) => {
    const chains = [held.chain, token ? certificatesIn(token) : []];
    const asked = chains.flatMap((chain) =>
      chain.slice(0, -1).map((certificate, n) => {
        const issuer = chain[n + 1] ?? certificate;
        return askRevocation({ certificate, issuer, now: new Date() }, onThisMachine);
      }),
    );
    const proofs = await Promise.all(asked);
    return { certificates: chains.flat(), ocsps: proofs.flatMap((proof) => (proof ? [proof.der] : [])), crls: [] };
  };
  return { validationData, ...stamped };
}

const facts = { reason: 'Fatura n.º 1', location: 'São João da Madeira', name: 'Padaria Central' };

/** Signs a file by the library alone. */
export const signedFile = async (bytes: Uint8Array, signer: Signer): Promise<Buffer> =>
  Buffer.from(await signPdf(Buffer.from(bytes), signer, { facts }, pdfEngine));
