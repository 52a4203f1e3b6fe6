import { X509Certificate } from 'node:crypto';
import { x509 } from '../x509';
import type { Revocation } from './ocsp';

const skewMs = 300_000;

/**
 * What a list says of a certificate, once it is known to be the issuer's and of now (RFC 5280, 6.3).
 * @throws Error for a list that proves nothing
 */
export async function readCrl(
  list: Uint8Array,
  { certificate, issuer, now }: { certificate: Uint8Array; issuer: Uint8Array; now: Date },
): Promise<Revocation> {
  const crl = new x509.X509Crl(Uint8Array.from(list));
  const above = new x509.X509Certificate(Uint8Array.from(issuer));
  if (crl.issuer !== above.subject || !(await crl.verify({ publicKey: above })))
    throw new Error('A revocation list that is not of the authority.');
  const isFresh =
    crl.thisUpdate.getTime() <= now.getTime() + skewMs &&
    (!crl.nextUpdate || crl.nextUpdate.getTime() >= now.getTime() - skewMs);
  if (!isFresh) throw new Error('A revocation list of another time.');
  const { serialNumber } = new X509Certificate(certificate);
  const entry = crl.entries.find((each) => bare(each.serialNumber) === bare(serialNumber));
  if (!entry) return { state: 'good', at: null };
  const isHeld = entry.reason === x509.X509CrlReason.certificateHold;
  return { state: isHeld ? 'suspended' : 'revoked', at: entry.revocationDate };
}

const bare = (serial: string): string => serial.replace(/^0+/, '').toLowerCase();
