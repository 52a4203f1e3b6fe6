import { describe, expect, it } from 'vitest';
import { faultOf } from './startup-checks';

const sound = { superuser: false, owns: null, inherited: [], closed: [], timeZone: 'Europe/Lisbon' };

describe('the checks of the start', () => {
  it('accept a login that can only enter its roles', () => expect(faultOf(sound, 'Europe/Lisbon')).toBeNull());

  it.each([
    [{ superuser: true }, /superuser/],
    [{ owns: 'operations' }, /owns operations/],
    [{ inherited: ['signstash_administrator'] }, /inherits role signstash_administrator/],
    [{ closed: ['signstash_gate'] }, /cannot enter role signstash_gate/],
    [{ timeZone: 'Europe/Madrid' }, /SIGNSTASH_TIME_ZONE is Europe\/Lisbon.*Europe\/Madrid/],
  ])('refuse %j in one sentence', (fault, sentence) =>
    expect(faultOf({ ...sound, ...fault }, 'Europe/Lisbon')).toMatch(sentence),
  );
});
