import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from './special-ranges';

/** What a caller may reach. */
export type OutboundAllowance = {
  /** Host names that the administrator listed; absent: any public one. */
  readonly hosts?: readonly string[];
  /** http and this machine, on any port: where the demonstration or a test says so, and nowhere else. */
  readonly loopbackHttp?: boolean;
  /** http to public addresses: for revocation data alone, which is signed by itself and served so (RFC 5280, 8). */
  readonly publicHttp?: boolean;
};

/** Why an address will never be called. */
export type AddressFault = 'url' | 'scheme' | 'credentials' | 'port' | 'host' | 'address';

const ports = new Set(['', '443', '8443']);

/**
 * What is wrong with an address before anybody asks the name service; null when nothing is. Names are judged again at
 * every call, by what they resolve to.
 */
export function checkAddress(text: string, allow: OutboundAllowance): AddressFault | null {
  if (!URL.canParse(text)) return 'url';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'credentials';
  const host = hostOf(url);
  if (allow.hosts && !allow.hosts.some((each) => each.toLowerCase() === url.hostname)) return 'host';
  if (allow.loopbackHttp && (url.protocol === 'http:' || url.protocol === 'https:') && isLoopback(host)) return null;
  const isPlain = allow.publicHttp === true && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !isPlain) return 'scheme';
  if (!ports.has(url.port)) return 'port';
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : 'address';
  return isName(host) ? null : 'host';
}

/** The host of an address without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/** A public name has a dot inside, none at its end, and does not end in what stands for this network alone (RFC 6761, 6762). */
function isName(host: string): boolean {
  return (
    /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i.test(host) &&
    !/\.(localhost|local|internal|intranet|lan|home|corp|private|arpa|test|invalid|example|onion)$/i.test(`.${host}`)
  );
}
