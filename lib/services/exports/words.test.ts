import { describe, expect, it } from 'vitest';
import { lists } from '@/lib/domain/lists';
import { languages } from '@/lib/i18n/language';
import enLists from '@/lib/i18n/messages/en/operation-list.json';
import ptLists from '@/lib/i18n/messages/pt/operation-list.json';
import { operationsExport } from './operations';
import { wordsOf } from './words';

const shown: Record<'en' | 'pt', Record<string, string>> = { en: enLists.column, pt: ptLists.column };

describe('the operations as a file', () => {
  it.each(languages)('has every column of the list, under the header of the list (%s)', (language) => {
    const words = wordsOf(language, 'Europe/Lisbon');
    const all = operationsExport.choose(lists.operations.columns, words);
    expect(all).toEqual(lists.operations.columns);
    for (const id of lists.operations.columns) {
      // A file adds the unit, which the list writes into its cells.
      expect(words.t(`operations.${id}`).replace(/ \((bytes|ms)\)$/, '')).toBe(shown[language][id]);
    }
  });
});
