import { type Language, tagOf } from '@/lib/i18n/language';

/** Kept between a number and its unit, so that a line never breaks there. */
const noBreakSpace = '\u00a0';
const minus = '\u2212';
/** Shown where there is no value; zero is shown as 0. */
export const absent = '–';

type Maybe = number | null | undefined;

const isMissing = (value: Maybe): value is null | undefined => value === null || value === undefined;

function decimals(language: Language, digits: number): (value: number) => string {
  const format = new Intl.NumberFormat(tagOf(language), {
    // pt-PT leaves four digits ungrouped by default: 1234 under 12 345 does not line up.
    useGrouping: 'always',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (value) => format.format(value).replace('-', minus);
}

const compactSteps = [
  { from: 1e9, suffix: 'G' },
  { from: 1e6, suffix: 'M' },
  { from: 1e3, suffix: 'k' },
] as const;

/** Numbers in the manner of one language. Every function answers `absent` for null and undefined. */
export function numberFormats(language: Language) {
  const whole = decimals(language, 0);
  const tenths = decimals(language, 1);
  const hundredths = decimals(language, 2);
  // English writes 12.4%, Portuguese 12,4 %.
  const percentSign = language === 'pt' ? `${noBreakSpace}%` : '%';

  /** A whole number: 12 345. */
  const count = (value: Maybe): string => (isMissing(value) ? absent : whole(value));

  /** Short figure for an axis: 40 k, 1,5 M. Below a thousand as it is. */
  const compact = (value: Maybe): string => {
    if (isMissing(value)) return absent;
    const step = compactSteps.find((each) => Math.abs(value) >= each.from);
    if (!step) return whole(value);
    const scaled = value / step.from;
    return `${Number.isInteger(scaled) ? whole(scaled) : tenths(scaled)}${noBreakSpace}${step.suffix}`;
  };

  /** A share between 0 and 1 as a percentage; `digits` 0 to 2, one by default. */
  const percent = (share: Maybe, digits: 0 | 1 | 2 = 1): string =>
    isMissing(share) ? absent : `${[whole, tenths, hundredths][digits]?.(share * 100)}${percentSign}`;

  const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

  return {
    count,
    compact,
    percent,
    /** A difference: +31, −31, 0. */
    change: (value: Maybe): string => (isMissing(value) ? absent : signed(value, whole(value))),
    /** A relative change, 0.124 as +12,4 %. */
    percentChange: (share: Maybe): string => (isMissing(share) ? absent : signed(share, percent(share))),
    /** An amount in euros: 270,40 €, €270.40. */
    euros: (value: Maybe): string => {
      if (isMissing(value)) return absent;
      return language === 'pt' ? `${hundredths(value)}${noBreakSpace}€` : `€${hundredths(value)}`;
    },
    bytes: (value: Maybe): string => (isMissing(value) ? absent : bytesText(value, whole, tenths)),
    duration: (milliseconds: Maybe): string =>
      isMissing(milliseconds) ? absent : durationText(milliseconds, whole, hundredths),
  };
}

type Write = (value: number) => string;

/** Decimal units; kilobytes up to 10 000, so that the sizes of a column compare at a glance. */
function bytesText(value: number, whole: Write, tenths: Write): string {
  if (value < 1000) return `${whole(value)}${noBreakSpace}B`;
  if (value < 1e7) return `${whole(value / 1e3)}${noBreakSpace}kB`;
  if (value < 1e9) return `${tenths(value / 1e6)}${noBreakSpace}MB`;
  return `${tenths(value / 1e9)}${noBreakSpace}GB`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** 845 ms, 1,18 s, 2 min 05 s, 3 h 07 min. */
function durationText(milliseconds: number, whole: Write, hundredths: Write): string {
  if (milliseconds < 1000) return `${whole(milliseconds)}${noBreakSpace}ms`;
  // What would round to 60,00 s is a minute.
  if (milliseconds < 59_995) return `${hundredths(milliseconds / 1000)}${noBreakSpace}s`;
  const seconds = Math.floor((milliseconds + 5) / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}${noBreakSpace}min${noBreakSpace}${two(seconds % 60)}${noBreakSpace}s`;
  return `${whole(Math.floor(minutes / 60))}${noBreakSpace}h${noBreakSpace}${two(minutes % 60)}${noBreakSpace}min`;
}
