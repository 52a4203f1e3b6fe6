import { describe, expect, it } from 'vitest';
import { asksNothing, openedBy, plainFor, viewParams, viewQuery } from './list-view';

describe('a saved view', () => {
  it('keeps filters, days, order and columns in one form, neither place nor size', () => {
    const params = {
      after: 'x',
      view: 'y',
      sort: 'oldest',
      period: 'today',
      status: 'FAILED',
      columns: 'received,status',
      size: null,
    };
    expect(viewQuery('operations', params)).toBe('status=FAILED&period=today&sort=oldest&columns=received%2Cstatus');
  });

  it('comes back as it was kept, without what the list does not know', () => {
    const query = viewQuery('operations', { reference: 'FT 2026/1 & "x"', type: 'TEST' });
    expect(viewParams('operations', query)).toEqual({ type: 'TEST', reference: 'FT 2026/1 & "x"' });
    expect(viewParams('operations', 'evil=1&after=x&status=FAILED')).toEqual({ status: 'FAILED' });
  });
});

describe('the default view', () => {
  const views = [
    { id: 'a', query: 'status=FAILED', isDefault: false },
    { id: 'b', query: 'period=today&sort=oldest', isDefault: true },
  ];

  it('opens when the address asks for nothing', () => {
    expect(openedBy('operations', {}, views)).toEqual({ period: 'today', sort: 'oldest', view: 'b' });
    expect(openedBy('operations', { utm: 'x', status: '' }, views)).not.toBeNull();
  });

  it.each([{ status: 'FAILED' }, { view: 'all' }, { after: 'x' }, { sort: 'oldest' }, { period: 'today' }])(
    'stays away when it asks for %j',
    (params) => {
      expect(asksNothing('operations', params)).toBe(false);
      expect(openedBy('operations', params, views)).toBeNull();
    },
  );

  it('makes the plain list say its name, and only then', () => {
    expect(plainFor(views)).toBe('all');
    expect(plainFor([])).toBeNull();
    expect(openedBy('operations', {}, [])).toBeNull();
  });
});
