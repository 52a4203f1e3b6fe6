import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absent, numberFormats } from './numbers';

const pt = numberFormats('pt');
const en = numberFormats('en');
const nbsp = '\u00a0';

describe('numbers', () => {
  it('are grouped from four digits on, in both languages', () => {
    expect(pt.count(1234)).toBe(`1${nbsp}234`);
    expect(pt.count(12_345)).toBe(`12${nbsp}345`);
    expect(en.count(1234)).toBe('1,234');
  });

  it('show zero as 0 and a missing value as a dash', () => {
    expect(pt.count(0)).toBe('0');
    for (const write of [pt.count, pt.compact, pt.percent, pt.change, pt.percentChange, pt.bytes, pt.duration]) {
      expect(write(null)).toBe(absent);
      expect(write(undefined)).toBe(absent);
    }
  });

  it('have a true minus, and a plus for a rise', () => {
    expect(pt.change(-31)).toBe('−31');
    expect(pt.change(31)).toBe('+31');
    expect(pt.change(0)).toBe('0');
    expect(pt.percentChange(0.124)).toBe(`+12,4${nbsp}%`);
    expect(en.percentChange(-0.036)).toBe('−3.6%');
  });

  it('are percentages with the digits asked for', () => {
    expect(pt.percent(0.784)).toBe(`78,4${nbsp}%`);
    expect(pt.percent(0.0026, 2)).toBe(`0,26${nbsp}%`);
    expect(en.percent(1, 0)).toBe('100%');
  });

  it('are short on an axis', () => {
    expect(pt.compact(60_000)).toBe(`60${nbsp}k`);
    expect(pt.compact(1_500_000)).toBe(`1,5${nbsp}M`);
    expect(en.compact(1_500_000_000)).toBe(`1.5${nbsp}G`);
    expect(pt.compact(750)).toBe('750');
  });

  it('can be read back from what was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const digits = pt.count(value).replaceAll(nbsp, '').replace('−', '-');
        expect(Number(digits)).toBe(value);
      }),
    );
  });
});

describe('sizes and durations', () => {
  it('keep sizes in kilobytes up to ten thousand', () => {
    expect(pt.bytes(999)).toBe(`999${nbsp}B`);
    expect(pt.bytes(94_210)).toBe(`94${nbsp}kB`);
    expect(pt.bytes(1_152_000)).toBe(`1${nbsp}152${nbsp}kB`);
    expect(pt.bytes(12_300_000)).toBe(`12,3${nbsp}MB`);
    expect(en.bytes(2_500_000_000)).toBe(`2.5${nbsp}GB`);
  });

  it('name durations by the unit that reads best', () => {
    expect(pt.duration(845)).toBe(`845${nbsp}ms`);
    expect(pt.duration(1180)).toBe(`1,18${nbsp}s`);
    expect(en.duration(20_000)).toBe(`20.00${nbsp}s`);
    expect(pt.duration(125_000)).toBe(`2${nbsp}min${nbsp}05${nbsp}s`);
    expect(pt.duration(11_220_000)).toBe(`3${nbsp}h${nbsp}07${nbsp}min`);
  });

  it('never say 60,00 s or 60 min', () => {
    expect(pt.duration(59_996)).toBe(`1${nbsp}min${nbsp}00${nbsp}s`);
    expect(pt.duration(3_599_990)).toBe(`59${nbsp}min${nbsp}59${nbsp}s`);
  });
});
