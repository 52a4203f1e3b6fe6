import { describe, expect, it } from 'vitest';
import { en } from './messages/en';
import { pt } from './messages/pt';

type Tree = { readonly [key: string]: string | Tree };

/** All messages as path → text. */
function flatten(tree: Tree, path = ''): Map<string, string> {
  const pairs = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : [...flatten(value, `${path}${key}.`)],
  );
  return new Map(pairs);
}

/**
 * Names of the arguments of an ICU message. `{count}` and `{n, plural, one {…} other {…}}` open an argument; the braces
 * of a branch open a message, whose own arguments count too.
 */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const readMessage = (start: number): number => {
    let at = start;
    while (at < message.length && message[at] !== '}') at = message[at] === '{' ? readArgument(at + 1) : at + 1;
    return at + 1;
  };
  const readArgument = (start: number): number => {
    const name = /^\s*(\w+)\s*/.exec(message.slice(start));
    names.add(name?.[1] ?? '');
    let at = start + (name?.[0].length ?? 0);
    while (at < message.length && message[at] !== '}') at = message[at] === '{' ? readMessage(at + 1) : at + 1;
    return at + 1;
  };
  readMessage(0);
  return [...names].sort();
}

const english = flatten(en);
const portuguese = flatten(pt);

describe('the arguments of a message', () => {
  it('are told from the words of its branches', () => {
    expect(argumentsOf('{n, plural, one {day} other {{count} days}} of {name}')).toEqual(['count', 'n', 'name']);
    expect(argumentsOf('plain')).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect([...portuguese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('take the same arguments in both languages', () => {
    const apart = [...english].filter(
      ([key, text]) => argumentsOf(text).join() !== argumentsOf(portuguese.get(key) ?? '').join(),
    );
    expect(apart).toEqual([]);
  });

  it('have no empty message', () => {
    expect([...english, ...portuguese].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say "other" in every plural, and never group a number by themselves', () => {
    const plurals = [...english, ...portuguese].filter(([, text]) => text.includes(', plural,'));
    expect(plurals.filter(([, text]) => !text.includes('other {'))).toEqual([]);
    const raw = [...english, ...portuguese].filter(([, text]) => text.includes('#') || text.includes(', number'));
    expect(raw).toEqual([]);
  });

  it('are European Portuguese', () => {
    const brazilian = /\b(usuário|arquivo de dados|deletar|tela|senha|cadastro|faturamento|salvar|você)\b/i;
    expect([...portuguese].filter(([, text]) => brazilian.test(text))).toEqual([]);
  });
});
