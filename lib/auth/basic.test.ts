import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientCredentialsOf } from './basic';

const headers = (text: string) => new Headers({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('HTTP Basic of a client service', () => {
  it('gives alias and secret back as they were, form-encoded by the client', () => {
    const sign = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(sign, sign, (alias, secret) => {
        const encoded = `${encodeURIComponent(alias)}:${encodeURIComponent(secret)}`;
        expect(clientCredentialsOf(headers(encoded))).toEqual({ alias, secret });
      }),
    );
  });

  it('understands a client that encodes nothing, and a secret with a colon', () => {
    expect(clientCredentialsOf(headers('DIRECT-PRT.501964843-3fa9c1:a+b:c'))).toEqual({
      alias: 'DIRECT-PRT.501964843-3fa9c1',
      secret: 'a+b:c',
    });
    expect(clientCredentialsOf(headers('a:100 %'))).toEqual({ alias: 'a', secret: '100 %' });
  });

  it.each(['', ':secret', 'alias'])('is none: %j', (text) => expect(clientCredentialsOf(headers(text))).toBeNull());
});
