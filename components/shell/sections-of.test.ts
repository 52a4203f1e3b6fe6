import { describe, expect, it } from 'vitest';
import { sectionsOf } from './sections-of';

describe('the sections of the rail', () => {
  it('are those that the access table opens to the role', () => {
    expect(sectionsOf('auditor')).toEqual(['home', 'operations', 'documents']);
    const shared = [
      'home',
      'consumption',
      'operations',
      'documents',
      'certificates',
      'wallets',
      'operators',
      'accesses',
    ];
    expect(sectionsOf('issuer')).toEqual([...shared, 'company']);
    expect(sectionsOf('partner')).toEqual([...shared, 'subscriptions', 'issuers', 'company']);
    expect(sectionsOf('administrator')).toEqual([...shared, 'subscriptions', 'issuers', 'partners', 'configuration']);
  });
});
