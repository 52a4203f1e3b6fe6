import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payerKindOf, statuses, worstStatus } from './company';

describe('the status of a service, its issuer and its partner', () => {
  it('is the worst of them, in the order deleted, blocked, registered, suspended, active', () => {
    expect(worstStatus('active', 'suspended', 'active')).toBe('suspended');
    expect(worstStatus('suspended', 'registered', 'active')).toBe('registered');
    expect(worstStatus('registered', 'blocked', 'deleted')).toBe('deleted');
  });

  it('does not depend on their order, and is always one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 5 }), (all) => {
        const worst = worstStatus(...all);
        expect(all).toContain(worst);
        expect(worstStatus(...all.toReversed())).toBe(worst);
      }),
    );
  });

  it('leaves the reseller to pay, and the issuer otherwise', () => {
    expect(payerKindOf('RESELLER')).toBe('PARTNER');
    expect(payerKindOf('INTEGRATOR')).toBe('ISSUER');
    expect(payerKindOf('HOUSE')).toBe('ISSUER');
  });
});
