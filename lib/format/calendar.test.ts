import { describe, expect, it } from 'vitest';
import { calendarFormats } from './calendar';

const pt = calendarFormats('pt');
const en = calendarFormats('en');
/** Writes plain spaces where the formatter writes no-break spaces. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('local days', () => {
  it('are short, dated and long', () => {
    expect(plain(en.dayShort('2026-11-24'))).toBe('24 Nov');
    expect(plain(pt.day('2026-11-24'))).toBe('24 nov 2026');
    expect(pt.dayLong('2026-11-24')).toBe('24 de novembro de 2026');
    expect(en.dayLong('2026-03-01')).toBe('1 March 2026');
  });

  it('have three letters and no full stop for months and weekdays', () => {
    expect(plain(en.dayShort('2026-09-05'))).toBe('5 Sep');
    expect(plain(pt.dayShort('2026-05-31'))).toBe('31 mai');
    expect(plain(pt.weekday('2026-11-28'))).toBe('sáb 28 nov');
    expect(plain(en.weekday('2026-11-24'))).toBe('Tue 24 Nov');
  });

  it('do not move on a day on which the clock changes', () => {
    expect(plain(pt.day('2026-03-29'))).toBe('29 mar 2026');
    expect(plain(pt.day('2026-10-25'))).toBe('25 out 2026');
  });
});

describe('ranges of days', () => {
  it('name the month once, the year only when it changes', () => {
    expect(plain(en.range('2026-11-23', '2026-11-24'))).toBe('23–24 Nov');
    expect(plain(en.range('2026-10-28', '2026-11-03'))).toBe('28 Oct – 3 Nov');
    expect(plain(pt.range('2025-12-30', '2026-01-02'))).toBe('30 dez 2025 – 2 jan 2026');
    expect(plain(pt.range('2026-11-24', '2026-11-24'))).toBe('24 nov');
  });

  it('are long in a title', () => {
    expect(en.rangeLong('2026-11-01', '2026-11-24')).toBe('1–24 November 2026');
    expect(pt.rangeLong('2026-10-28', '2026-11-03')).toBe('28 de outubro – 3 de novembro de 2026');
    expect(en.rangeLong('2025-12-30', '2026-01-02')).toBe('30 December 2025 – 2 January 2026');
    expect(en.rangeLong('2026-11-24', '2026-11-24')).toBe('24 November 2026');
  });
});

describe('months', () => {
  it('are whole and short', () => {
    expect(pt.month('2026-11')).toBe('novembro de 2026');
    expect(en.month('2026-11')).toBe('November 2026');
    expect(pt.monthShort('2026-02')).toBe('fev');
  });
});
