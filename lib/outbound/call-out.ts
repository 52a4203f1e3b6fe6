import { lookup as systemLookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { checkAddress, hostOf, type OutboundAllowance } from './address';
import { isLoopback, isPublicAddress } from './special-ranges';

export type { OutboundAllowance } from './address';

/** How a call ended that brought no answer to read. */
export type OutboundKind = 'refused-address' | 'unreachable' | 'timeout' | 'too-large' | 'redirect' | 'tls' | 'reset';

/** Says how a call ended and whether the other side may have got it; never what was said, nor where the name led. */
export class OutboundError extends Error {
  constructor(
    readonly kind: OutboundKind,
    /** The request was on its way: the other side may have done what it asks. */
    readonly sent: boolean,
  ) {
    super(`outbound call: ${kind}`);
    this.name = 'OutboundError';
  }
}

export type Resolver = (
  host: string,
  done: (error: Error | null, addresses: readonly { address: string; family: number }[]) => void,
) => void;

export type OutboundCall = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly allow: OutboundAllowance;
  /** Milliseconds to connect and in all, and bytes of the answer. */
  readonly limits?: { readonly connectMs?: number; readonly totalMs?: number; readonly bytes?: number };
  readonly resolver?: Resolver;
};

export type OutboundAnswer = { readonly status: number; readonly contentType: string; readonly body: Uint8Array };

const everyAddress: Resolver = (host, done) =>
  systemLookup(host, { all: true }, (error, addresses) => done(error, addresses ?? []));

/**
 * Calls an address that somebody typed: https to public addresses, judged at this very dial; no redirect, no proxy, no
 * connection kept. security.md, Calls to addresses that somebody typed.
 * @throws OutboundError for every end but an answer
 */
export async function callOut(call: OutboundCall): Promise<OutboundAnswer> {
  if (checkAddress(call.url, call.allow) !== null) throw new OutboundError('refused-address', false);
  const { connectMs = 5_000, totalMs = 10_000, bytes = 65_536 } = call.limits ?? {};
  const state = { sent: false, timedOut: false };
  const request = dial(call, state);
  const fail = () => {
    state.timedOut = true;
    request.destroy();
  };
  const connecting = setTimeout(fail, connectMs);
  const whole = setTimeout(fail, totalMs);
  try {
    const response = await responseOf(request, connecting, state, call.body);
    const { statusCode: status = 0 } = response;
    if (status >= 300 && status < 400) {
      response.destroy();
      throw new OutboundError('redirect', true);
    }
    return { status, contentType: String(response.headers['content-type'] ?? ''), body: await bodyOf(response, bytes) };
  } catch (error) {
    request.destroy();
    throw ended(error, state);
  } finally {
    clearTimeout(connecting);
    clearTimeout(whole);
  }
}

type State = { sent: boolean; timedOut: boolean };

function dial(
  { url, method, headers, body, allow, resolver = everyAddress }: OutboundCall,
  state: State,
): ClientRequest {
  const target = new URL(url);
  const ask = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const request = ask(target, {
    method,
    agent: false,
    headers: { ...headers, ...length, 'accept-encoding': 'identity', 'user-agent': 'signstash', connection: 'close' },
    lookup: guarded(resolver, allow),
    // A literal is not looked up; checkAddress has judged it.
    ...(isIP(hostOf(target)) === 0 ? {} : { servername: '' }),
  });
  request.once('finish', () => {
    state.sent = true;
  });
  return request;
}

/** Resolves a name to all its addresses and refuses it for a single one that is not public. */
function guarded(resolver: Resolver, allow: OutboundAllowance): LookupFunction {
  return (host, options, done) => {
    resolver(host, (error, addresses) => {
      const bad = addresses.some(
        ({ address }) => !isPublicAddress(address) && !(allow.loopbackHttp && isLoopback(address)),
      );
      const [first] = addresses;
      if (error || !first || bad) return done(new OutboundError(bad ? 'refused-address' : 'unreachable', false), '', 4);
      if (options.all) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
}

function responseOf(
  request: ClientRequest,
  connecting: NodeJS.Timeout,
  state: State,
  body: OutboundCall['body'],
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('socket', (socket: Socket) => {
      const event = 'encrypted' in socket ? 'secureConnect' : 'connect';
      socket.once(event, () => {
        clearTimeout(connecting);
        // From here on bytes may have left, whether or not all of them did.
        state.sent = true;
      });
    });
    request.once('response', resolve);
    request.once('error', reject);
    request.end(body);
  });
}

async function bodyOf(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response) {
    length += piece.length;
    if (length > limit) throw new OutboundError('too-large', true);
    pieces.push(piece);
  }
  if (!response.complete) throw new OutboundError('reset', true);
  return Buffer.concat(pieces);
}

const tlsCodes = /^(ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|EPROTO|ERR_SSL)/;

function ended(error: unknown, { sent, timedOut }: State): OutboundError {
  if (timedOut) return new OutboundError('timeout', sent);
  if (error instanceof OutboundError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (tlsCodes.test(code)) return new OutboundError('tls', false);
  return sent ? new OutboundError('reset', true) : new OutboundError('unreachable', false);
}
