import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultStamp } from './default';
import { layOutStamp } from './layout';
import { measureText } from './measure';

const look = { width: 198, height: 68, fontSize: 6.6, text: '#000000', ground: '#FFFFFF', border: '#000000' };
const values = {
  ...{ 'signer.name': 'Selo', 'signer.organisation': 'Padaria São João, Lda.', 'signer.vat': '500100144' },
  ...{ 'issuer.name': 'Padaria', 'certificate.issuer': 'CA', 'certificate.serial': '01', reference: 'FT-1' },
  ...{ signedAt: '24/11/2026 14:31:07 WET', reason: 'fatura', location: '' },
};
const textsOf = ({ marks }: ReturnType<typeof defaultStamp>) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('the layout of a stamp', () => {
  it('keeps every letter within the frame, and never smaller than four points', () => {
    const line = fc.record({ text: fc.string({ maxLength: 120 }), bold: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        for (const mark of layOutStamp(lines, look, measureText).marks) {
          if (mark.kind !== 'text') continue;
          expect(mark.size).toBeGreaterThanOrEqual(4);
          expect(mark.x + measureText(mark.text, mark)).toBeLessThanOrEqual(look.width);
          expect(mark.y).toBeGreaterThan(0);
          expect(mark.y + mark.size).toBeLessThan(look.height);
        }
      }),
    );
  });

  it('loses no word while there is room', () => {
    const lines = [
      { text: 'Assinado digitalmente por' },
      { text: 'Padaria Central de São João da Madeira '.repeat(2) },
    ];
    const { marks } = layOutStamp(lines, look, measureText);
    const words = textsOf({ ...look, marks })
      .join(' ')
      .split(' ');
    expect(words).toEqual(lines.flatMap(({ text }) => text.trim().split(' ')));
  });

  it('says that something was cut', () => {
    const lines = Array.from({ length: 40 }, (_, n) => ({ text: `linha ${n}` }));
    expect(textsOf({ ...look, marks: layOutStamp(lines, look, measureText).marks }).at(-1)).toMatch(/…$/);
  });
});

describe('the stamp of the system', () => {
  it('fills in what is known and leaves out lines of which nothing is', () => {
    expect(textsOf(defaultStamp('pt', values))).toEqual([
      'Assinado digitalmente por',
      'Padaria São João, Lda.',
      'NIF 500100144',
      '24/11/2026 14:31:07 WET',
      'Motivo: fatura',
    ]);
    expect(textsOf(defaultStamp('en', { ...values, location: 'Porto' })).at(-1)).toBe('Location: Porto');
  });

  it('prints no control character', () => {
    expect(textsOf(defaultStamp('pt', { ...values, reason: 'a\u0000\nb' })).at(-1)).toBe('Motivo: a b');
  });
});
