import http from 'node:http';
import { peerAddressHeader } from './auth/request-headers';
import { isDraining } from './draining';

const servers = new Set<http.Server>();
let inFlight = 0;

/**
 * Watches the HTTP servers of this process: Next hands out neither the socket's address nor its server. Each request
 * gets the address of its peer as a header, over whatever the client sent; the servers are remembered for the stop.
 */
export function watchHttpServers(): void {
  const { emit } = http.Server.prototype;
  http.Server.prototype.emit = function watched(this: http.Server, event: string | symbol, ...given: unknown[]) {
    const [request, response] = given;
    if (event === 'request' && request instanceof http.IncomingMessage && response instanceof http.ServerResponse) {
      servers.add(this);
      count(response);
      request.headers[peerAddressHeader] = plainAddress(request.socket.remoteAddress);
    }
    return Reflect.apply(emit, this, [event, ...given]);
  };
}

/** Counts a request until its answer has gone out; a process that is leaving keeps no connection alive. */
function count(response: http.ServerResponse): void {
  inFlight += 1;
  response.once('close', () => {
    inFlight -= 1;
  });
  if (isDraining()) response.setHeader('Connection', 'close');
}

const pauseMs = 50;
const quietMs = 500;

/**
 * Answers what comes until it has been quiet for a moment: connections that wait to be accepted would be reset by a
 * close. Then takes no more, and waits for the last answers. At most `longestMs` in all.
 */
export async function closeHttpServers(longestMs: number): Promise<void> {
  const end = Date.now() + longestMs;
  for (let quiet = 0; quiet < quietMs && Date.now() < end; quiet = inFlight === 0 ? quiet + pauseMs : 0) await pause();
  const closed = [...servers].map((server) => new Promise<void>((done) => server.close(() => done())));
  let open = true;
  void Promise.all(closed).then(() => {
    open = false;
  });
  while (open && Date.now() < end) {
    for (const server of servers) server.closeIdleConnections();
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((goOn) => setTimeout(goOn, pauseMs));
}

/** An IPv4 peer of a socket that listens on IPv6 shows as ::ffff:a.b.c.d; limits and the log want one form. */
function plainAddress(address: string | undefined): string {
  return address?.replace(/^::ffff:(?=\d+\.)/, '') ?? 'unknown';
}
