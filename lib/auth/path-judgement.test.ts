import { describe, expect, it } from 'vitest';
import { roles } from '@/lib/domain/roles';
import { judge, servedPath } from './path-judgement';

describe('servedPath', () => {
  it.each([
    ['/dashboard', '/dashboard'],
    ['/dashboard/', '/dashboard'],
    ['/dashboard.rsc', '/dashboard'],
    ['/dashboard.segments/_tree.segment.rsc', '/dashboard'],
    ['/_next/data/build-id/dashboard.json', '/dashboard'],
    ['/%64ashboard', '/dashboard'],
    ['/%2564ashboard', '/dashboard'],
    ['//dashboard', '/dashboard'],
    ['/index.rsc', '/'],
    ['/', '/'],
  ])('reads %s as %s', (sent, path) => expect(servedPath(sent)).toBe(path));

  it.each(['/sign-in/..%2fdashboard', '/sign-in/../dashboard', '/a%5cb', '/%', '/a;b', '/a%00', '/%25252525252564'])(
    'cannot tell what %s is',
    (sent) => expect(servedPath(sent)).toBeNull(),
  );
});

describe('judge', () => {
  const disguises = [
    '/dashboard',
    '/dashboard/',
    '//dashboard',
    '/dashboard.rsc',
    '/dashboard.segments/_tree.segment.rsc',
    '/dashboard.prefetch.rsc',
    '/_next/data/x/dashboard.json',
    '/%64ashboard',
    '/%2564ashboard',
    '/sign-in/..%2fdashboard',
    '/api/auth/..%2f..%2fdashboard',
    '/sign-in%2f..%2fdashboard',
  ];

  it.each(disguises)('sends who is not signed in away from %s', (path) =>
    expect(['sign-in', 'unauthenticated']).toContain(judge(path, null)),
  );

  it.each(disguises)('refuses an auditor %s', (path) => expect(judge(path, 'auditor')).toBe('forbidden'));

  it('lets everybody sign in', () => {
    expect(judge('/sign-in', null)).toBe('pass');
    expect(judge('/api/auth/callback/credentials', null)).toBe('pass');
  });

  it('answers programs that are not signed in without a page', () => {
    expect(judge('/api/lists/operations', null)).toBe('unauthenticated');
  });

  it.each(roles)('opens home, operations and profile to %s', (role) => {
    for (const path of ['/', '/operations', '/operations/x', '/profile']) expect(judge(path, role)).toBe('pass');
  });

  it('keeps a page that no rule names to administrators', () => {
    expect(judge('/forgotten', 'administrator')).toBe('pass');
    expect(judge('/forgotten', 'partner')).toBe('forbidden');
    expect(judge('/sign-in-elsewhere', 'partner')).toBe('forbidden');
  });
});
