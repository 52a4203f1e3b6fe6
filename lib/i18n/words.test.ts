import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossary, type Term } from '@/lib/domain/glossary';
import { en } from './messages/en';
import { pt } from './messages/pt';
import { refusedForms } from './word-list';

type Text = readonly [place: string, text: string];

/** Every text of a catalogue with its place in it. */
function textsOf(messages: object, place = ''): Text[] {
  return Object.entries(messages).flatMap(([key, value]): Text[] =>
    typeof value === 'string' ? [[`${place}${key}`, value]] : textsOf(value, `${place}${key}.`),
  );
}

/** Every catalogue there is, also those that a page loads late, and the mails. */
function catalogues(language: 'pt' | 'en'): Text[] {
  const folder = new URL(`./messages/${language}/`, import.meta.url);
  const mails = new URL(`../mail/texts/${language}.json`, import.meta.url);
  return [...readdirSync(folder).map((file) => new URL(file, folder)), mails].flatMap((file) =>
    textsOf(JSON.parse(readFileSync(file, 'utf8')), `${file.pathname}: `),
  );
}

const portuguese = catalogues('pt');
const refusalsIn = (text: string): string[] => refusedForms.flatMap(({ form, say }) => (form.test(text) ? [say] : []));

describe('the word list', () => {
  it('finds nothing in any Portuguese catalogue', () => {
    const found = portuguese.flatMap(([place, text]) =>
      refusalsIn(text).map((say) => `${place}: "${text}", say ${say}`),
    );
    expect(portuguese.length).toBeGreaterThan(500);
    expect(found).toEqual([]);
  });

  it.each([
    ['O usuário não existe', 'utilizador'],
    ['Escolha um arquivo', 'ficheiro'],
    ['Volte à tela inicial', 'ecrã'],
    ['Excluir emissor', 'eliminar'],
    ['Deletar', 'eliminar'],
    ['Novo cadastro', 'registar, registo'],
    ['Registro de auditoria', 'registar, registo'],
    ['A senha está errada', 'palavra-passe'],
    ['Dados de faturamento', 'faturação, emitir faturas'],
    ['O serviço está assinando', 'está a + infinitivo'],
    ['Carregando…', 'a + infinitivo'],
    ['Assinatura eletrônica', 'eletrónico'],
    ['Acção', 'ação, ativo, atual'],
    ['Tente de novo, por favor', 'o verbo basta'],
  ])('refuses %j and says %s', (text, say) => {
    expect(refusalsIn(text)).toContain(say);
  });

  it.each([
    'Legível em arquivo durante dez anos',
    'Documento arquivado',
    'Ação sobre registos ativos',
    'O serviço está a assinar',
    'Quando a transferência terminar',
    'Contacte um administrador',
    'Senhores operadores',
  ])('lets %j pass', (text) => {
    expect(refusalsIn(text)).toEqual([]);
  });

  it('is blind to capitals', () => {
    const word = fc.constantFrom('usuário', 'cadastro', 'senha', 'faturamento', 'tela', 'registro');
    fc.assert(fc.property(word, (each) => refusalsIn(each.toUpperCase()).join() === refusalsIn(each).join()));
  });
});

describe('the glossary', () => {
  it('is what both catalogues say: nothing is called by another name', () => {
    const texts = { pt: portuguese, en: catalogues('en') };
    const found = Object.entries<Term>(glossary).flatMap(([term, { never }]) =>
      (['pt', 'en'] as const).flatMap((language) =>
        (never?.[language] ?? []).flatMap((other) =>
          texts[language].filter(([, text]) => says(text, other)).map(([place, text]) => `${term}: ${place} "${text}"`),
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  it('names roles as the vocabulary does', () => {
    for (const role of ['administrator', 'partner', 'issuer', 'auditor'] as const) {
      expect(pt.vocabulary.role[role].toLowerCase()).toBe(glossary[role].pt);
      expect(en.vocabulary.role[role].toLowerCase()).toBe(glossary[role].en);
    }
  });

  it('gives each thing a name of its own', () => {
    for (const language of ['pt', 'en'] as const) {
      const names = Object.values(glossary).map((term) => term[language]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

const says = (text: string, name: string): boolean =>
  new RegExp(`(?<!\\p{L})${name}(?:s|es)?(?!\\p{L})`, 'iu').test(text);
