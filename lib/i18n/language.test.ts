import { describe, expect, it } from 'vitest';
import { languageOf, preferredLanguage } from './language';
import { rememberedLanguage, rememberLanguage } from './language-cookie';

describe('the language of a request', () => {
  it('is read from a tag of any region', () => {
    expect(languageOf('pt-BR')).toBe('pt');
    expect(languageOf('EN')).toBe('en');
    expect(languageOf('fr')).toBeNull();
    expect(languageOf(undefined)).toBeNull();
  });

  it('follows the weights of the browser', () => {
    expect(preferredLanguage('en-GB,en;q=0.9,pt;q=0.8')).toBe('en');
    expect(preferredLanguage('en;q=0.3, pt-PT;q=0.9')).toBe('pt');
    expect(preferredLanguage('fr-FR, en;q=0.2')).toBe('en');
  });

  it('is Portuguese when nothing of ours is asked for', () => {
    for (const header of [null, '', 'fr', 'en;q=0', ';;;,q=']) expect(preferredLanguage(header)).toBe('pt');
  });

  it('is kept in the browser', () => {
    const page = { cookie: '' };
    rememberLanguage(page, 'en');
    expect(page.cookie).toContain('locale=en; path=/');
    expect(rememberedLanguage({ cookie: 'a=b; locale=en; c=d' })).toBe('en');
    expect(rememberedLanguage({ cookie: 'xlocale=en' })).toBeNull();
  });
});
