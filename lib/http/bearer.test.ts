import { describe, expect, it } from 'vitest';
import { hasBearer } from './bearer';

const secret = 's'.repeat(40);
const request = (authorization?: string) =>
  new Request('http://localhost/', { headers: authorization === undefined ? {} : { authorization } });

describe('the bearer token', () => {
  it('is accepted when it is the secret', () => {
    expect(hasBearer(request(`Bearer ${secret}`), secret)).toBe(true);
    expect(hasBearer(request(`bearer  ${secret}`), secret)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Basic ${secret}`,
    `Bearer ${secret}x`,
    `Bearer ${secret.slice(1)}`,
    secret,
  ])('is refused when it is %j', (authorization) => expect(hasBearer(request(authorization), secret)).toBe(false));

  it('lets nobody in while the environment has no secret', () => {
    expect(hasBearer(request('Bearer '), undefined)).toBe(false);
    expect(hasBearer(request(), undefined)).toBe(false);
    expect(hasBearer(request('Bearer undefined'), undefined)).toBe(false);
  });
});
