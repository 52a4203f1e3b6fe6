import { describe, expect, it } from 'vitest';
import { foldCookie, isFolded, rememberFold } from './fold-cookie';

const kept = (fold: boolean) => {
  const page = { cookie: '' };
  rememberFold(page, fold);
  const [pair = ''] = page.cookie.split('; ');
  return pair.slice(foldCookie.length + 1);
};

describe('the fold of the rail', () => {
  it('is read back as it was kept', () => {
    expect(isFolded(kept(true))).toBe(true);
    expect(isFolded(kept(false))).toBe(false);
  });

  it('is unfolded for a browser that kept nothing, or something else', () => {
    expect(isFolded(undefined)).toBe(false);
    expect(isFolded('yes')).toBe(false);
  });
});
