import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const check = async (given: Record<string, string>) => (await import('./same-origin')).isSameOrigin(new Headers(given));

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/none');
  vi.stubEnv('AUTH_URL', 'https://office.test');
});
afterEach(() => vi.unstubAllEnvs());

describe('isAskedByUs', () => {
  it.each([
    ['same-origin', true],
    ['none', true],
    [null, true],
    ['same-site', false],
    ['cross-site', false],
  ])('%s: %s', async (site, expected) => {
    const { isAskedByUs } = await import('./same-origin');
    expect(isAskedByUs(new Headers(site === null ? {} : { 'sec-fetch-site': site }))).toBe(expected);
  });
});

describe('isSameOrigin', () => {
  it('accepts the address of the installation and the host that was asked', async () => {
    expect(await check({ origin: 'https://office.test', host: 'inner:3000' })).toBe(true);
    expect(await check({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(true);
  });

  it.each([
    {},
    { origin: 'null' },
    { origin: 'https://evil.test' },
    { origin: 'https://office.test.evil.test' },
    { origin: 'http://office.test' },
    { origin: 'https://evil.test', 'x-forwarded-host': 'evil.test' },
  ])('refuses %j', async (given) => expect(await check({ host: 'inner:3000', ...given })).toBe(false));

  it('believes a forwarded host behind a trusted proxy only', async () => {
    vi.stubEnv('TRUST_PROXY', 'on');
    const given = { origin: 'https://other.test', host: 'inner:3000', 'x-forwarded-host': 'other.test' };
    expect(await check(given)).toBe(true);
  });
});
