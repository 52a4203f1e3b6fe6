import { expect, type Page } from '@playwright/test';

const folder = process.env.PICTURES ?? 'pictures';
/** A key of the catalogues that no text stands behind. */
const rawKey = /^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z-]*){2,}$/;

/** A picture of the whole page, named by its parts; it must fit its window, and show no key of the catalogues. */
export async function take(page: Page, parts: readonly (string | number)[]): Promise<void> {
  const named = parts.map((part) => String(part).replaceAll(' ', '-')).join('_');
  await page.screenshot({ path: `${folder}/${named}.png`, fullPage: true });
  const { wide, texts } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - window.innerWidth,
    texts: [...document.querySelectorAll('h1,h2,th,dt,button,a,label,p')].map((each) => each.textContent ?? ''),
  }));
  expect(wide, 'wider than the window').toBeLessThanOrEqual(0);
  expect(texts.filter((text) => rawKey.test(text.trim()))).toEqual([]);
}

/** The theme, whatever the operator's preference says. */
export const inTheme = (page: Page, theme: 'light' | 'dark'): Promise<boolean> =>
  page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), theme === 'dark');
