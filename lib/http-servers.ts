import http from 'node:http';
import { peerAddressHeader } from './auth/request-headers';

const servers = new Set<http.Server>();

/**
 * Watches the HTTP servers of this process: Next hands out neither the socket's address nor its server. Each request
 * gets the address of its peer as a header, over whatever the client sent; the servers are remembered for the stop.
 */
export function watchHttpServers(): void {
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function watched(this: http.Server, event: string | symbol, ...given: unknown[]) {
    const [request] = given;
    if (event === 'request' && request instanceof http.IncomingMessage) {
      servers.add(this);
      request.headers[peerAddressHeader] = plainAddress(request.socket.remoteAddress);
    }
    return Reflect.apply(emit, this, [event, ...given]);
  };
}

/** Takes no new connection and waits until those with a request have been answered, at most `longestMs`. */
export async function closeHttpServers(longestMs: number): Promise<void> {
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 50);
  const late = new Promise<void>((goOn) => setTimeout(goOn, longestMs).unref());
  const closed = [...servers].map((server) => new Promise<void>((done) => server.close(() => done())));
  await Promise.race([Promise.all(closed), late]);
  clearInterval(idle);
}

/** An IPv4 peer of a socket that listens on IPv6 shows as ::ffff:a.b.c.d; limits and the log want one form. */
function plainAddress(address: string | undefined): string {
  return address?.replace(/^::ffff:(?=\d+\.)/, '') ?? 'unknown';
}
