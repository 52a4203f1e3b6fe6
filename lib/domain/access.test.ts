import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicPath, mayOpen } from './access';
import { rankOf, roles } from './roles';

const anyPath = fc
  .array(fc.stringMatching(/^[a-z0-9.-]{1,12}$/), { maxLength: 5 })
  .map((parts) => `/${parts.join('/')}`);

describe('the access table', () => {
  it('never lets a lower role where a higher one may not, unless roles are named', () => {
    expect(mayOpen('administrator', '/company')).toBe(false);
    fc.assert(
      fc.property(anyPath, (path) => {
        fc.pre(!path.startsWith('/company'));
        const open = roles.map((role) => mayOpen(role, path));
        expect(open).toEqual([...open].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  it('closes a path that nobody wrote into it to all but administrators', () => {
    for (const role of roles) expect(mayOpen(role, '/somewhere/new')).toBe(role === 'administrator');
  });

  it('covers what lies below a path, and nothing that merely begins like it', () => {
    expect(mayOpen('auditor', '/operations/123')).toBe(true);
    expect(mayOpen('auditor', '/operations-secret')).toBe(false);
    expect(mayOpen('auditor', '/dashboard')).toBe(false);
    expect(isPublicPath('/sign-in')).toBe(true);
    expect(isPublicPath('/sign-in-as-anybody')).toBe(false);
  });

  it('opens one thing of a list to those who may not open the list', () => {
    expect(mayOpen('issuer', '/issuers')).toBe(false);
    expect(mayOpen('issuer', '/issuers/123')).toBe(true);
    expect(mayOpen('issuer', '/issuers/123/operators')).toBe(true);
    expect(mayOpen('auditor', '/issuers/123')).toBe(false);
    expect(mayOpen('partner', '/partners')).toBe(false);
    expect(mayOpen('partner', '/partners/123')).toBe(true);
    expect(mayOpen('issuer', '/partners/123')).toBe(false);
  });

  it('ranks an unknown role below every other', () => {
    expect(rankOf('root')).toBe(0);
    expect(mayOpen('root', '/')).toBe(false);
  });
});
