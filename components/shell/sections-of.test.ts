import { describe, expect, it } from 'vitest';
import { sectionsOf } from './sections-of';

describe('the sections of the rail', () => {
  it('are those that the access table opens to the role', () => {
    expect(sectionsOf('auditor')).toEqual(['home', 'operations', 'documents']);
    expect(sectionsOf('issuer')).toEqual(['home', 'consumption', 'operations', 'documents']);
    expect(sectionsOf('administrator')).toEqual(['home', 'consumption', 'operations', 'documents']);
  });
});
