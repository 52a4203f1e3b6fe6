import { Agent, type IncomingHttpHeaders, request as send } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const mostHops = 8;
const patience = 20_000;

export type Ask = {
  method?: string;
  /** As it goes over the wire: nothing is normalised. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
};

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** Where the last answer came from, after the redirects. */
  path: string;
  hops: number;
  /** Everything that was sent back on the way: headers and bodies of every hop. */
  all: string;
};

const { hostname, port, host } = new URL(process.env.BASE_URL ?? 'http://localhost:3000');
/** Processes of the product that serve one address, as behind a balancer: each is asked in its turn. */
const ports = (process.env.MATRIX_PORTS ?? port).split(',');
let asked = 0;

function once({ method = 'GET', path, headers, body }: Ask): Promise<Omit<Answer, 'hops' | 'all'>> {
  return new Promise((resolve, reject) => {
    // Said outright: to a GET with a body Node would add nothing, and the body would be read as the next request.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const to = { hostname, port: ports[asked++ % ports.length] };
    const options = { ...to, method, path, headers: { host, ...headers, ...length }, agent, timeout: patience };
    const outgoing = send(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          path,
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer to ${method} ${path} within ${patience} ms`)));
    outgoing.end(body);
  });
}

/** Sends a request and follows its redirects to the end, within the installation. */
export async function ask(first: Ask): Promise<Answer> {
  let next = first;
  let all = '';
  for (let hops = 0; ; hops += 1) {
    const answer = await once(next);
    all += `${JSON.stringify(answer.headers)}\n${answer.body}\n`;
    const place = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
    if (place === undefined || hops === mostHops) return { ...answer, hops, all };
    next = redirected(next, place, answer.status);
  }
}

function redirected(from: Ask, place: string, status: number): Ask {
  const base = new URL(from.path.startsWith('//') ? '/' : from.path, `http://${hostname}:${port}`);
  const url = new URL(place, base);
  if (url.hostname !== hostname) throw new Error(`redirected to another host: ${place}`);
  const path = `${url.pathname}${url.search}`;
  if (status === 307 || status === 308) return { ...from, path };
  const { 'content-type': _, ...headers } = from.headers ?? {};
  return { path, headers };
}

/** Stops keeping connections open. */
export const hangUp = (): void => agent.destroy();
