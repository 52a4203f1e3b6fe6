import { describe, expect, it } from 'vitest';
import { compareCatalogues } from './catalogue-parity.mjs';

describe('catalogues of two languages', () => {
  it('agree when keys and arguments agree, whatever the order', () => {
    const pt = { a: { b: '{x} e {y}', c: 'Arquivo de ficheiros' } };
    expect(compareCatalogues('list', pt, { a: { c: 'Archive of files', b: '{y} and {x}' } })).toEqual([]);
  });

  it.each([
    [{ a: 'um' }, {}, 'list.a is missing or empty in en'],
    [{ a: ' ' }, { a: 'one' }, 'list.a is missing or empty in pt'],
    [{ a: '{n} itens' }, { a: '{count} items' }, 'list.a takes {n} in pt and {count} in en'],
    [{ a: 'Guardar a senha' }, { a: 'Save' }, 'list.a says “senha”, which is not European Portuguese'],
    [{ a: 'Os Usuários' }, { a: 'Users' }, 'list.a says “Usuários”, which is not European Portuguese'],
    [{ a: '{n, number}' }, { a: '{n, number}' }, 'list.a formats n:number by itself; lib/format does that before'],
    [{ a: '{n' }, { a: '{n}' }, 'list.a has no argument name at “{n”'],
  ])('complains about %j beside %j', (pt, en, complaint) => {
    expect(compareCatalogues('list', pt, en)).toEqual([complaint]);
  });

  it('leaves words alone that only contain a refused one', () => {
    const pt = { a: 'O contacto, o registo, a estela e o desenho do salvador' };
    expect(compareCatalogues('list', pt, { a: 'x' })).toEqual([]);
  });
});
