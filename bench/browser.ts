import { type BrowserContext, chromium } from '@playwright/test';
import settings from '../playwright.config';
import type { BenchContext } from './context';
import { median } from './report';
import type { Result } from './table';

type Seen = { lcp: number; cls: number; inp: number; kilobytes: number };

/** Pages, what is pressed on each, and how much script each may load before anything is pressed. */
const pages = [
  { path: '/operations', press: 'td.sel > input', most: 170 },
  { path: '/documents', press: 'td.sel > input', most: 170 },
  { path: '/dashboard', press: 'input[type=checkbox]', most: 320 },
] as const;

/** P17: what a person's browser sees on loopback, in a fresh profile each time, medians of five. */
export async function browser({ baseUrl, cookies }: BenchContext): Promise<Result[]> {
  const chrome = await chromium.launch(settings.use?.launchOptions);
  try {
    const results: Result[] = [];
    for (const page of pages) {
      const seen: Seen[] = [];
      for (let round = 0; round < 5; round++) {
        const context = await chrome.newContext({ viewport: { width: 1440, height: 900 } });
        await context.addCookies(cookiesOf(cookies.integrator, baseUrl));
        seen.push(await look(context, `${baseUrl}${page.path}`, page.press));
        await context.close();
      }
      results.push(...judged(page.path, page.most, seen));
    }
    return results;
  } finally {
    await chrome.close();
  }
}

const cookiesOf = (header: string, url: string) =>
  header.split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url };
  });

async function look(context: BrowserContext, url: string, press: string): Promise<Seen> {
  const page = await context.newPage();
  await page.addInitScript({ content: watch });
  await page.goto(url, { waitUntil: 'networkidle' });
  const kilobytes = await page.evaluate<number>(scriptBytes);
  await page.locator(press).first().click();
  // The entry of an event comes after the frame that it caused.
  await page.waitForTimeout(300);
  const { lcp, cls, inp } = await page.evaluate<Omit<Seen, 'kilobytes'>>('globalThis.seen');
  if (lcp === 0 || inp === 0 || kilobytes === 0) throw new Error(`${url}: the browser measured nothing`);
  return { lcp, cls, inp, kilobytes };
}

// What runs in the page is text: a compiler's helpers are not there. The browser's own measures, kept for the bench.
const watch = `
  globalThis.seen = { lcp: 0, cls: 0, inp: 0 };
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, durationThreshold: 16 });
  on('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  on('layout-shift', (entry) => { seen.cls += entry.value; });
  on('event', (entry) => { seen.inp = Math.max(seen.inp, entry.duration); });
  on('first-input', (entry) => { seen.inp = Math.max(seen.inp, entry.duration); });
`;

/** Script as it travelled, compressed, without headers, in kilobytes of 1,024. */
const scriptBytes = `performance.getEntriesByType('resource').filter(({ name }) => /\\.m?js(\\?|$)/.test(name))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024`;

function judged(path: string, most: number, seen: readonly Seen[]): Result[] {
  const middle = (key: keyof Seen) => median(seen.map((each) => each[key]));
  const line = (what: string, value: number, bar: number, digits: number, unit: string): Result => ({
    id: 'P17',
    what: `${path}, ${what}`,
    ratio: `${value.toFixed(digits)}${unit}`,
    bar: `<= ${bar}${unit}`,
    holds: value <= bar,
    sides: 'median of five',
  });
  return [
    line('LCP', middle('lcp'), 1000, 0, ' ms'),
    line('INP of one press', middle('inp'), 100, 0, ' ms'),
    line('CLS', middle('cls'), 0.05, 4, ''),
    line('script, compressed', middle('kilobytes'), most, 0, ' KiB'),
  ];
}
