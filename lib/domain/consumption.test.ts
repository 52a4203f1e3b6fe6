import { describe, expect, it } from 'vitest';
import { consumptionQuerySchema, consumptionWindows, readConsumptionQuery, splitsOf } from './consumption';
import { roles } from './roles';

const everything = { service: null, issuer: null, partner: null };
const id = '01900000-0000-7000-8000-000000000001';

describe('the query of the dashboard', () => {
  it('has defaults for whatever the address leaves out or misspells', () => {
    const usual = { months: 12, days: 30, split: 'none', compare: true, ...everything };
    expect(readConsumptionQuery({}, 'administrator')).toEqual(usual);
    expect(readConsumptionQuery({ months: '13', days: ['30'], split: 'payer', compare: '' }, 'partner')).toEqual(usual);
  });

  it('reads what the controls write', () => {
    expect(readConsumptionQuery({ months: '24', days: '90', split: 'issuer', compare: 'off' }, 'partner')).toEqual({
      months: 24,
      days: 90,
      split: 'issuer',
      compare: false,
      ...everything,
    });
  });

  it('offers no split that cannot differ within the scope of the role', () => {
    expect(readConsumptionQuery({ split: 'partner' }, 'partner').split).toBe('none');
    expect(readConsumptionQuery({ split: 'issuer' }, 'issuer').split).toBe('none');
    expect(readConsumptionQuery({ split: 'partner' }, 'administrator').split).toBe('partner');
  });

  it('narrows to a service, an issuer or a partner, and to nothing that is no id', () => {
    expect(readConsumptionQuery({ service: id }, 'issuer')).toMatchObject({ ...everything, service: id });
    expect(readConsumptionQuery({ service: "x' or 1", issuer: [id], partner: '' }, 'partner')).toMatchObject(
      everything,
    );
  });

  it('offers no split by what the narrowing has fixed already', () => {
    expect(splitsOf('administrator', everything)).toEqual(['none', 'service', 'issuer', 'partner', 'status']);
    expect(splitsOf('administrator', { ...everything, partner: id })).toEqual(['none', 'service', 'issuer', 'status']);
    expect(splitsOf('administrator', { ...everything, issuer: id })).toEqual(['none', 'service', 'status']);
    expect(splitsOf('administrator', { ...everything, service: id })).toEqual(['none', 'status']);
    expect(readConsumptionQuery({ split: 'issuer', issuer: id }, 'partner').split).toBe('none');
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
