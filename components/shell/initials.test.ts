import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials';

describe('initials of an operator', () => {
  it('are of the first and the last name', () => {
    expect(initialsOf('Miguel Silva')).toBe('MS');
    expect(initialsOf('  Inês da Conceição  Gonçalves ')).toBe('IG');
  });

  it('keep accents, and are one letter for one name', () => {
    expect(initialsOf('Álvaro')).toBe('Á');
  });

  it('are empty for an empty name', () => {
    expect(initialsOf('   ')).toBe('');
  });
});
