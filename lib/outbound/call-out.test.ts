import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileAddresses } from '@/db/testing/hostile-addresses';
import { checkAddress } from './address';
import { callOut, OutboundError, type Resolver } from './call-out';

let server: Server;
let port: number;
let connections = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    switch (request.url) {
      case '/redirect':
        return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      case '/endless':
        return void setInterval(() => response.write('x'.repeat(20_000)), 5).unref();
      case '/drip':
        response.write('x');
        return;
      case '/reset':
        response.writeHead(200, { 'content-length': '100' });
        return void response.write('half', () => response.socket?.destroy());
      case '/slow':
        return;
      default:
        response.end('well');
    }
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = (path: string) => `http://127.0.0.1:${port}${path}`;
const toHere = { loopbackHttp: true };
const ending = (url: string, more: Partial<Parameters<typeof callOut>[0]> = {}) =>
  callOut({ url, method: 'GET', allow: {}, ...more }).then(
    () => 'answered',
    (error: unknown) => (error instanceof OutboundError ? error : 'thrown'),
  );
const resolved =
  (...addresses: string[]): Resolver =>
  (_host, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('calls to addresses that somebody typed', () => {
  it.each(hostileAddresses)('never dials %s', async (url) => {
    const before = connections;
    expect(checkAddress(url, {}), url).not.toBeNull();
    expect(await ending(url)).toMatchObject({ kind: 'refused-address', sent: false });
    expect(connections).toBe(before);
  });

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['10.1.2.3']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
    [['8.8.8.8', '127.0.0.1']],
    [['2a00::1', 'fe80::1']],
  ])('refuses a public name that leads to %s', async (addresses) => {
    const before = connections;
    const outcome = await ending('https://ca.example.com/', { resolver: resolved(...addresses) });
    expect(outcome).toMatchObject({ kind: 'refused-address', sent: false });
    expect(connections).toBe(before);
  });

  it('judges a name at every dial, so that one that turns is refused', async () => {
    const answers = [['203.0.112.1'], ['127.0.0.1']];
    const turning: Resolver = (host, done) => resolved(...(answers.shift() ?? []))(host, done);
    const limits = { connectMs: 50, totalMs: 50 };
    await ending('https://ca.example.com/', { resolver: turning, limits });
    expect(await ending('https://ca.example.com/', { resolver: turning, limits })).toMatchObject({
      kind: 'refused-address',
    });
  });

  it('fails closed when the name service does not answer', async () => {
    const dead: Resolver = (_host, done) => done(new Error('SERVFAIL'), []);
    expect(await ending('https://ca.example.com/', { resolver: dead })).toMatchObject({
      kind: 'unreachable',
      sent: false,
    });
  });

  it('calls no host but those that are listed', async () => {
    expect(await ending(here('/'), { allow: { ...toHere, hosts: ['ca.example.com'] } })).toMatchObject({
      kind: 'refused-address',
    });
  });

  it('reaches an honest address', async () => {
    const before = connections;
    const { status, body } = await callOut({ url: here('/'), method: 'GET', allow: toHere });
    expect([status, Buffer.from(body).toString()]).toEqual([200, 'well']);
    expect(connections).toBe(before + 1);
  });

  it.each([
    ['/redirect', 'redirect'],
    ['/endless', 'too-large'],
    ['/reset', 'reset'],
    ['/slow', 'timeout'],
    ['/drip', 'timeout'],
  ])('ends %s as %s, after the request was sent', async (path, kind) => {
    const outcome = await ending(here(path), { allow: toHere, limits: { totalMs: 600 } });
    expect(outcome).toMatchObject({ kind, sent: true });
  });

  it('says that nothing was sent where nobody listens', async () => {
    expect(await ending('http://127.0.0.1:1/', { allow: toHere })).toMatchObject({ kind: 'unreachable', sent: false });
  });

  it('tells neither the address nor what was said', async () => {
    const error = await ending(here('/reset?secret=canary'), { allow: toHere, body: 'canary', method: 'POST' });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/canary|127\.0\.0\.1/);
  });
});
