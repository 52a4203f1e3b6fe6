import { Fragment, isValidElement, type ReactNode } from 'react';

const voidElements = new Set(['br', 'img', 'input']);
/** Where an attribute is not called as React calls it. */
const attributeNames: Readonly<Record<string, string>> = { className: 'class', dateTime: 'datetime' };
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const special = /[&<>"']/;

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text;

/**
 * The HTML of plain elements, every text and value escaped. React writes a list of fifty rows in twice the time, since
 * it keeps watch over each of two thousand elements, none of which ever changes by itself.
 * @throws Error for what has to live: handlers, raw HTML, components of other kinds than functions
 */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node === 'string') return escaped(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (Array.isArray(node)) return node.map(markup).join('');
  if (!isValidElement<Record<string, unknown> & { children?: ReactNode }>(node))
    throw new Error('a row holds plain elements');
  const { type, props } = node;
  if (type === Fragment) return markup(props.children);
  // A component that only draws, such as an icon, is called; hooks have no place in a row.
  if (typeof type === 'function') return markup((type as (given: typeof props) => ReactNode)(props));
  if (typeof type !== 'string') throw new Error('a row holds plain elements');
  const tag = `<${type}${attributesOf(props)}>`;
  return voidElements.has(type) ? tag : `${tag}${markup(props.children)}</${type}>`;
}

function attributesOf(props: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const name in props) {
    const value = props[name];
    if (name === 'children' || value === null || value === undefined || value === false) continue;
    if (typeof value === 'function' || typeof value === 'object')
      throw new Error(`a row has no ${name}: it is plain HTML`);
    text += ` ${attributeNames[name] ?? name}="${value === true ? '' : escaped(String(value))}"`;
  }
  return text;
}
