import { X509Certificate } from 'node:crypto';

export type PemCertificate = { readonly der: Uint8Array; readonly commonName: string; readonly isAuthority: boolean };

/** The certificates of a text in PEM; none where one of them cannot be read. */
export function certificatesInPem(text: string): readonly PemCertificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => {
      const { raw, subject, ca: isAuthority } = new X509Certificate(block);
      return { der: new Uint8Array(raw), commonName: /^CN=(.*)$/m.exec(subject)?.[1] ?? subject, isAuthority };
    });
  } catch {
    return [];
  }
}
