import { render } from '@testing-library/react';
import fc from 'fast-check';
import { lazy } from 'react';
import { describe, expect, it } from 'vitest';
import { StatusChip } from '@/components/ui/chip';
import { markup } from './markup';

const row = (text: string, detail: string | null) => (
  <tr>
    <td className="sel">
      <input type="checkbox" aria-label={text} disabled={false} />
    </td>
    <td className={undefined} title={text}>
      <a href={`/operations?reference=${encodeURIComponent(text)}`} data-row="">
        {text}
      </a>
      {StatusChip({ status: 'FAILED', label: text, detail })}
      <time dateTime="2026-11-26T00:00:00Z">
        {`${text} `}
        {12}
        {null}
      </time>
    </td>
  </tr>
);

const drawn = (html: string): HTMLElement => {
  const body = document.createElement('tbody');
  body.innerHTML = html;
  return body;
};

describe('rows written as HTML', () => {
  it('are what React would have drawn, whatever text stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.constantFrom('2.2.0', '<b>', '"x')), (text, detail) => {
        const clean = text.replace(/[\0\r\uD800-\uDFFF]/g, '');
        const table = document.createElement('table');
        const body = document.createElement('tbody');
        table.append(body);
        const { container, unmount } = render(row(clean, detail), { container: body });
        container.normalize();
        expect(drawn(markup(row(clean, detail))).isEqualNode(container)).toBe(true);
        unmount();
      }),
      { numRuns: 60 },
    );
  });

  it('hold no script that somebody typed', () => {
    const html = drawn(markup(row(`"><img src=x onerror="alert(1)"><script>alert('x')</script>`, null)));
    expect(html.querySelector('img, script')).toBeNull();
  });

  it('refuse what would not live in them', () => {
    const Lazy = lazy(async () => ({ default: () => null }));
    expect(() => markup(<Lazy />)).toThrow('plain elements');
    expect(() => markup(<td ref={() => {}} />)).toThrow('no ref');
  });
});
