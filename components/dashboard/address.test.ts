import { describe, expect, it } from 'vitest';
import type { ConsumptionQuery } from '@/lib/domain/consumption';
import { readConsumptionQuery } from '@/lib/domain/consumption';
import { addressOf, addressWithin, everything, paramsOf } from './address';

const id = '01900000-0000-7000-8000-000000000001';
const usual: ConsumptionQuery = { months: 12, days: 30, split: 'none', compare: true, ...everything };

describe('the address of the dashboard', () => {
  it('says nothing of what is as usual', () => {
    expect(addressOf(usual)).toBe('/dashboard');
  });

  it('is read back as it was written', () => {
    const query: ConsumptionQuery = {
      months: 24,
      days: 90,
      split: 'status',
      compare: false,
      ...everything,
      issuer: id,
    };
    expect(readConsumptionQuery(paramsOf(query), 'administrator')).toEqual(query);
  });

  it('goes down one step at a time: a partner by issuer, an issuer by service, a service undivided', () => {
    expect(addressWithin({ ...usual, split: 'partner' }, 'partner', id)).toBe(`/dashboard?split=issuer&partner=${id}`);
    expect(addressWithin({ ...usual, split: 'issuer' }, 'issuer', id)).toBe(`/dashboard?split=service&issuer=${id}`);
    expect(addressWithin({ ...usual, split: 'service' }, 'service', id)).toBe(`/dashboard?service=${id}`);
  });
});
