import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { turn } from './admin';
import { offlineOtp } from './authorisation';
import { nextFault, spoil } from './faults';
import { infoOf, methods } from './methods';
import { authorizePage, decide, type PageAnswer, revokeToken, tokenAnswer } from './oauth';
import { phonePage } from './pages';
import { pkiAnswer } from './pki-answers';
import { CscRefusal } from './refusal';
import { clockOf, type SandboxState } from './state';

const maximumBody = 1024 * 1024;
const api = '/csc/v1/';
const admin = '/admin/';

/** Serves a sandbox. It listens on the loopback alone, and nobody but its caller stops it. */
export function serveSandbox(state: () => SandboxState): Server {
  return createServer((request, response) => {
    answer(state(), request, response).catch((error: unknown) => {
      if (error instanceof CscRefusal) {
        return sendJson(response, error.status, { error: error.code, error_description: error.description });
      }
      response.headersSent
        ? response.destroy()
        : sendJson(response, 500, { error: 'server_error', error_description: String(error) });
    });
  });
}

async function answer(state: SandboxState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', state.baseUrl);
  const body = await bodyOf(request);
  const form = () => new URLSearchParams(body.toString('utf8'));
  if (url.pathname.startsWith(api)) return method(state, url.pathname.slice(api.length), request, response, body);
  if (request.method === 'POST' && url.pathname.startsWith(admin)) {
    if (isFromPage(request)) throw new CscRefusal(403, 'access_denied', 'The switches are not for web pages');
    await turn(state, url.pathname.slice(admin.length), body);
    response.writeHead(204).end();
    return;
  }
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /oauth2/authorize':
      return sendPage(response, authorizePage(state, offerOtp(state, url.searchParams)));
    case 'POST /oauth2/authorize':
      return sendPage(response, decide(state, url.searchParams, form()));
    case 'POST /oauth2/token':
      return withFaults(state, 'oauth2/token', response, async () => tokenAnswer(state, form()));
    case 'POST /oauth2/revoke':
      revokeToken(state, form());
      response.writeHead(204).end();
      return;
    case 'GET /favicon.ico':
      response.writeHead(204).end();
      return;
    case 'GET /phone':
      return sendPage(response, { status: 200, html: phonePage(codesOf(state)) });
  }
  // The first part of the path names the service: `ocsp`, `crl`, `tsa`.
  const fault = nextFault(state.faults, url.pathname.split('/')[1] ?? '');
  if (fault && !(await spoil(fault, response, ''))) return;
  const found = await pkiAnswer(state, request.method ?? 'GET', url.pathname, body);
  if (found) response.writeHead(200, { 'content-type': found.type }).end(found.body);
  else sendJson(response, 404, { error: 'invalid_request', error_description: 'No such address' });
}

/** Sent by a browser for a page of somebody else, who could turn the switches behind a developer's back. */
const isFromPage = ({ headers }: IncomingMessage): boolean =>
  ![undefined, 'same-origin', 'none'].includes(headers['sec-fetch-site'] as string | undefined);

/** Whoever is asked for a code at the authority's own page has been sent one. */
function offerOtp(state: SandboxState, query: URLSearchParams): URLSearchParams {
  const credential = state.credentials.get(query.get('credentialID') ?? '');
  if (credential?.otp === 'online')
    methods['credentials/sendOTP']?.(state, { credentialID: credential.id }, credential.owner);
  return query;
}

const codesOf = (state: SandboxState) =>
  [...state.credentials.values()].flatMap(({ commonName, otp, otpSent }) => {
    if (otp === 'offline') return [{ name: commonName, code: offlineOtp }];
    return otpSent && otpSent.until > clockOf(state) ? [{ name: commonName, code: otpSent.code }] : [];
  });

async function method(
  state: SandboxState,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const json = parse(body);
  if (name === 'info') return withFaults(state, name, response, async () => infoOf(state));
  const run = methods[name];
  if (!run) throw new CscRefusal(501, 'invalid_request', 'Unsupported method');
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const session = token === undefined ? undefined : state.tokens.get(token);
  if (!session || session.until <= clockOf(state))
    throw new CscRefusal(401, 'invalid_token', 'The access token is invalid or expired');
  return withFaults(state, name, response, async () => run(state, json, session.user));
}

const last = new WeakMap<SandboxState, string>();

/** Does what was asked, then spoils the answer where a fault is set; an `error` is one that came before the work. */
async function withFaults(state: SandboxState, name: string, response: ServerResponse, work: () => Promise<unknown>) {
  state.calls.set(name, (state.calls.get(name) ?? 0) + 1);
  const fault = nextFault(state.faults, name);
  if (fault === 'error') {
    await spoil(fault, response, '');
    return;
  }
  const before = last.get(state);
  const result = await work();
  const text = fault === 'twice' && before !== undefined ? before : JSON.stringify(result);
  last.set(state, text);
  if (fault && !(await spoil(fault, response, text))) return;
  if (result === null) response.writeHead(204).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(text);
}

function parse(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(body.toString('utf8') || '{}');
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return json as Readonly<Record<string, unknown>>;
  } catch {
    // Told below, like any other body that is no object.
  }
  throw new CscRefusal(400, 'invalid_request', 'The body is not a JSON object');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > maximumBody) throw new CscRefusal(400, 'invalid_request', 'The body is too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const sendJson = (response: ServerResponse, status: number, json: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
};

const sendPage = (response: ServerResponse, { status, html, location }: PageAnswer): void => {
  const headers = location ? { location } : { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(html);
};
