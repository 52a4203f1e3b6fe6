import { x509 } from '../x509';

/** Where a certificate says that its revocation is told (RFC 5280, 4.2.2.1 and 4.2.1.13). */
export type RevocationAddresses = { readonly ocsp: readonly string[]; readonly crl: readonly string[] };

/** @param der DER */
export function revocationAddresses(der: Uint8Array): RevocationAddresses {
  const certificate = new x509.X509Certificate(Uint8Array.from(der));
  const access = certificate.getExtension(x509.AuthorityInfoAccessExtension);
  const points = certificate.getExtension(x509.CRLDistributionPointsExtension);
  return {
    ocsp: (access?.ocsp ?? []).flatMap(addressIn),
    crl: (points?.distributionPoints ?? []).flatMap((point) =>
      (point.distributionPoint?.fullName ?? []).flatMap(({ uniformResourceIdentifier }) =>
        uniformResourceIdentifier ? [uniformResourceIdentifier] : [],
      ),
    ),
  };
}

const addressIn = ({ type, value }: { type: string; value: string }): string[] => (type === 'url' ? [value] : []);
