import { describe, expect, it } from 'vitest';
import { href, paths } from './paths';

describe('internal addresses', () => {
  it('carry only the filters that are set, in the order given', () => {
    expect(paths.operations()).toBe('/operations');
    expect(paths.operations({ issuer: 'a', status: ['FAILED', 'CANCELLED'], from: '2026-11-01', to: null })).toBe(
      '/operations?issuer=a&status=FAILED%2CCANCELLED&from=2026-11-01',
    );
    expect(paths.lists.operations({ size: 50, after: '' })).toBe('/api/lists/operations?size=50');
  });

  it('escape what comes from outside', () => {
    expect(paths.operation('a/../b')).toBe('/operations/a%2F..%2Fb');
    expect(paths.signIn('/operations?status=FAILED')).toBe('/sign-in?next=%2Foperations%3Fstatus%3DFAILED');
  });

  it('lead to a part of a detail page', () => {
    expect(paths.operation('x', 'activity')).toBe('/operations/x/activity');
  });

  it('have no base path unless the build gave one', () => {
    expect(href(paths.home())).toBe('/');
  });
});
