import { createHash } from 'node:crypto';
import type { OutboundAllowance } from '@/lib/outbound/call-out';
import { askRevocation, type RevocationProof } from './ask';

/** For so long an answer about the same certificate is used again; every signature of a minute needs the same ones. */
const keptMs = 60_000;
const most = 500;

const kept = new Map<string, { at: number; proof: Promise<RevocationProof | null> }>();

/** `askRevocation`, asked once a minute for each certificate; what nobody answered is asked again at once. */
export function proofOf(
  certificate: Uint8Array,
  issuer: Uint8Array,
  allow: OutboundAllowance,
): Promise<RevocationProof | null> {
  const key = createHash('sha256').update(certificate).digest('base64');
  const known = kept.get(key);
  if (known && Date.now() - known.at < keptMs) return known.proof;
  const proof = askRevocation({ certificate, issuer, now: new Date() }, allow);
  if (kept.size >= most) kept.clear();
  kept.set(key, { at: Date.now(), proof });
  proof.then((answer) => answer ?? kept.delete(key)).catch(() => kept.delete(key));
  return proof;
}
