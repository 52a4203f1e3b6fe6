import 'server-only';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { Digest, SignatureLevel } from '@/lib/domain/signature';
import type { StampPlace } from '@/lib/domain/stamp';
import { formatter } from '@/lib/format/formatter';
import type { Language } from '@/lib/i18n/language';
import type { Unsupported } from '@/lib/signing/pades/gate';
import { signMany } from '@/lib/signing/pades/sign-many';
import { threadedEngine } from '@/lib/signing/threads/threads';
import { defaultStamp } from '@/lib/templates/stamp/default';
import { readSigner } from '../certificates';
import { type WalletKey, walletKey } from './key';
import { batchOf, openKey, signHashes } from './sign-hashes';
import { signerOf } from './signer';

/** How a wallet's documents are signed (product.md section 4, general configurations). */
export type SigningSettings = {
  readonly level: SignatureLevel;
  readonly digest: Digest;
  readonly reason: string;
  readonly location: string;
  /** null: a signature that is not seen. */
  readonly place: StampPlace | null;
  readonly language: Language;
  /** Of the dates that are printed; an IANA name. */
  readonly timeZone: string;
};

export type DocumentToSign<Key> = {
  readonly key: Key;
  readonly reference: string;
  /** When the stamp says that it was signed; absent: now. */
  readonly at?: Date;
  /** Read when its turn comes, and once. */
  readonly bytes: () => Promise<Uint8Array>;
};

export type SignedDocument<Key> =
  | { readonly key: Key; readonly bytes: Uint8Array }
  | { readonly key: Key; readonly failure: MachineFailure };

/**
 * Signs PDFs with the current certificate of a wallet, as many in one call as the credential allows, one in memory at a
 * time. A document that cannot be signed comes back with 2.3.0 and holds up no other.
 * @throws MachineFailure 1.2.0, 1.3.0, 2.1.0 to 2.1.3, 2.2.0, 2.3.1
 */
export async function* signDocuments<Key>(
  walletId: string,
  documents: Iterable<DocumentToSign<Key>> | AsyncIterable<DocumentToSign<Key>>,
  settings: SigningSettings,
): AsyncGenerator<SignedDocument<Key>> {
  const key = await openKey(await walletKey(walletId));
  const signer = signerOf(key, settings.digest, settings.level);
  const requests = requestsOf(documents, key, settings);
  for await (const done of signMany(requests, signer, threadedEngine, batchOf(key))) {
    yield 'refused' in done
      ? { key: done.key, failure: new MachineFailure('2.3.0', sentences[done.refused.reason]) }
      : done;
  }
}

/**
 * Signs ready hashes with the current certificate of a wallet.
 * @returns raw signatures in their order
 * @throws MachineFailure as signDocuments
 */
export async function signReadyHashes(walletId: string, digest: Digest, hashes: readonly Uint8Array[]) {
  return signHashes(await openKey(await walletKey(walletId)), digest, hashes);
}

async function* requestsOf<Key>(
  documents: Iterable<DocumentToSign<Key>> | AsyncIterable<DocumentToSign<Key>>,
  { certificate, issuerName }: WalletKey,
  { place, reason, location, language, timeZone }: SigningSettings,
) {
  const [own] = certificate.chain;
  if (!own) throw new MachineFailure('2.1.0', 'The certificate of the wallet is empty.');
  const signer = readSigner(own);
  const { printed } = formatter(language, timeZone);
  for await (const { key, reference, bytes, at = new Date() } of documents) {
    const values = {
      ...{ 'signer.name': signer.name, 'signer.organisation': signer.organisation, 'signer.vat': signer.vat },
      ...{ 'issuer.name': issuerName, 'certificate.issuer': certificate.issuerName },
      ...{ 'certificate.serial': certificate.serial, signedAt: printed(at), reason, location, reference },
    };
    const stamp = place && { place, drawing: defaultStamp(language, values) };
    yield { key, bytes, facts: { reason, location, name: signer.name }, ...(stamp ? { stamp } : {}) };
  }
}

const sentences: Readonly<Record<Unsupported, string>> = {
  'not-pdf': 'The document is no PDF.',
  broken: 'The PDF is damaged: its cross-references do not lead to its objects.',
  encrypted: 'The PDF is encrypted: send it without a password.',
  locked: 'The PDF is certified, and its signature permits no further change.',
  'no-page': 'The PDF does not have the page where the stamp is to stand.',
  'no-mark': 'The PDF does not have the text where the stamp is to stand.',
  'no-field': 'The PDF does not have the empty signature field where the stamp is to stand.',
  'too-demanding': 'The PDF takes too much time or memory to sign: split it.',
};
