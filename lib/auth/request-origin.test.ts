import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const origin = async (given: Record<string, string>) => (await import('./request-origin')).originOf(new Headers(given));

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/none');
});
afterEach(() => vi.unstubAllEnvs());

const sent = { 'x-peer-address': '10.0.0.1', 'x-forwarded-for': '6.6.6.6, 203.0.113.9' };

describe('originOf', () => {
  it('takes the socket, not what the client writes', async () => {
    expect((await origin(sent)).address).toBe('10.0.0.1');
  });

  it('takes the last hop behind a trusted proxy', async () => {
    vi.stubEnv('TRUST_PROXY', 'on');
    expect((await origin(sent)).address).toBe('203.0.113.9');
  });

  it('makes an id where the given one is none', async () => {
    expect((await origin({ 'x-request-id': 'x'.repeat(500) })).id).toMatch(/^[\da-f-]{36}$/);
    const id = '01900000-0000-7000-8000-000000000001';
    expect((await origin({ 'x-request-id': id })).id).toBe(id);
  });
});
