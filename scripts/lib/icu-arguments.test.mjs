import { describe, expect, it } from 'vitest';
import { icuArguments } from './icu-arguments.mjs';

describe('the arguments of a message', () => {
  it.each([
    ['Guardar', []],
    ['{count} de {total}', ['count', 'total']],
    ['{n, plural, one {{count} pedido} other {{count} pedidos}}', ['count', 'n:plural']],
    ['{n, plural, =0 {nada} other {# pedidos}}', ['#', 'n:plural']],
    ['Ver # 4', []],
    ['{kind, select, a {<b>{name}</b>} other {}}', ['<b>', 'kind:select', 'name']],
    ['{at, date, short} às {at, time}', ['at:date', 'at:time']],
    ["it's '{not}' an argument, {this} is", ['this']],
    ['{ spaced , plural , other { {deep} } }', ['deep', 'spaced:plural']],
  ])('%s', (message, expected) => {
    expect(icuArguments(message)).toEqual(expected);
  });

  it.each(['{open', 'closed}', '{n, plural, other {x}', '{}', '{n, plural, other {{deep}}'])(
    'refuses %s',
    (message) => {
      expect(() => icuArguments(message)).toThrow();
    },
  );
});
