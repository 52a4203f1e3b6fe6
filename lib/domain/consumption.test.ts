import { describe, expect, it } from 'vitest';
import { consumptionQuerySchema, consumptionWindows, readConsumptionQuery } from './consumption';
import { roles } from './roles';

describe('the query of the dashboard', () => {
  it('has defaults for whatever the address leaves out or misspells', () => {
    const usual = { months: 12, days: 30, split: 'none', compare: true };
    expect(readConsumptionQuery({}, 'administrator')).toEqual(usual);
    expect(readConsumptionQuery({ months: '13', days: ['30'], split: 'payer', compare: '' }, 'partner')).toEqual(usual);
  });

  it('reads what the controls write', () => {
    expect(readConsumptionQuery({ months: '24', days: '90', split: 'issuer', compare: 'off' }, 'partner')).toEqual({
      months: 24,
      days: 90,
      split: 'issuer',
      compare: false,
    });
  });

  it('offers no split that cannot differ within the scope of the role', () => {
    expect(readConsumptionQuery({ split: 'partner' }, 'partner').split).toBe('none');
    expect(readConsumptionQuery({ split: 'issuer' }, 'issuer').split).toBe('none');
    expect(readConsumptionQuery({ split: 'partner' }, 'administrator').split).toBe('partner');
  });

  it('always reads something the verb accepts', () => {
    for (const role of roles) {
      expect(consumptionQuerySchema.safeParse(readConsumptionQuery({ split: 'service' }, role)).success).toBe(true);
    }
  });

  it('covers whole months and as many days as asked for, today included', () => {
    expect(consumptionWindows('2026-11-24', { months: 12, days: 30 })).toEqual({
      months: { from: '2025-12-01', to: '2026-11-24' },
      days: { from: '2026-10-26', to: '2026-11-24' },
      running: { from: '2026-11-01', to: '2026-11-24' },
      previous: { from: '2026-10-01', to: '2026-10-24' },
    });
  });
});
