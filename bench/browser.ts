import { type BrowserContext, chromium, type Page } from '@playwright/test';
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
  const kilobytes = await scriptsOf(page);
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'networkidle' });
  const loaded = kilobytes();
  await page.locator(press).first().click();
  // The entry of an event comes after the frame that it caused.
  await page.waitForTimeout(300);
  return { ...(await page.evaluate(() => globalThis.seen)), kilobytes: loaded };
}

declare global {
  var seen: { lcp: number; cls: number; inp: number };
}

/** Runs in the page: the browser's own measures, kept where the bench can read them. */
function watch(): void {
  globalThis.seen = { lcp: 0, cls: 0, inp: 0 };
  const on = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);
  on('largest-contentful-paint', (entry) => {
    globalThis.seen.lcp = entry.startTime;
  });
  on('layout-shift', (entry) => {
    globalThis.seen.cls += (entry as PerformanceEntry & { value: number }).value;
  });
  on('event', (entry) => {
    globalThis.seen.inp = Math.max(globalThis.seen.inp, entry.duration);
  });
}

/** Counts the scripts as they travel, compressed, in kilobytes of 1,024. */
async function scriptsOf(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes / 1024;
}

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
