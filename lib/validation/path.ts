import { isAuthority, type ParsedCertificate } from './certificate';

/** From a certificate up to a trusted root, which is last. `sound`: each above may issue what is below it. */
export type Path = { readonly certificates: readonly ParsedCertificate[]; readonly sound: boolean };

const most = 8;
/** Certificates that issue one another could be walked for ever. */
const mostSteps = 200;

/**
 * The way from a certificate to a trusted root, by signatures (RFC 5280, 6). A sound one is preferred; null: there is
 * none. Dates and revocation are judged by whoever knows of what time.
 */
export function pathTo(
  from: ParsedCertificate,
  known: readonly ParsedCertificate[],
  roots: readonly ParsedCertificate[],
): Path | null {
  const found = waysUp([from], known, roots, { left: mostSteps }).map((certificates) => ({
    certificates,
    sound: certificates.slice(1).every((each, n) => isAuthority(each, n)),
  }));
  return found.find(({ sound }) => sound) ?? found[0] ?? null;
}

function waysUp(
  way: readonly ParsedCertificate[],
  known: readonly ParsedCertificate[],
  roots: readonly ParsedCertificate[],
  steps: { left: number },
): (readonly ParsedCertificate[])[] {
  const last = way.at(-1);
  if (!last || way.length > most || steps.left <= 0) return [];
  steps.left -= 1;
  if (way.length > 1 && roots.some((root) => isSame(root, last))) return [way];
  const issuers = [...roots, ...known].filter(
    (each) => !way.some((other) => isSame(other, each)) && isIssuedBy(last, each),
  );
  return distinct(issuers).flatMap((issuer) => waysUp([...way, issuer], known, roots, steps));
}

/** Name and signature. */
export const isIssuedBy = (each: ParsedCertificate, issuer: ParsedCertificate): boolean =>
  each.x509.checkIssued(issuer.x509) && each.x509.verify(issuer.x509.publicKey);

const isSame = (one: ParsedCertificate, other: ParsedCertificate): boolean => Buffer.from(one.der).equals(other.der);

const distinct = (all: readonly ParsedCertificate[]): ParsedCertificate[] =>
  all.filter((each, n) => all.findIndex((other) => isSame(each, other)) === n);
