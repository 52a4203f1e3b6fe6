import { expect, test } from '@playwright/test';
import { open, screens } from './screens';
import { openAs } from './session';

const folder = process.env.PICTURES ?? 'pictures';
/** A key of the catalogues that no text stands behind. */
const rawKey = /^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z-]*){2,}$/;

test.describe.configure({ mode: 'parallel' });

/** `npm run pictures`: every page, as every role that may open it, wide and narrow, light and dark, in both languages. */
for (const { name, path, roles } of screens) {
  for (const role of roles) {
    for (const language of ['pt', 'en'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        test(`${name}: ${role ?? 'nobody'}, ${language}, ${theme}`, async ({ browser }) => {
          for (const width of [1440, 390]) {
            const page = await openAs(browser, role, { language, theme, width });
            await open(page, path);
            await page.evaluate((dark) => document.documentElement.classList.toggle('dark', dark), theme === 'dark');
            const named = [name.replaceAll(' ', '-'), role ?? 'nobody', width, theme, language].join('_');
            await page.screenshot({ path: `${folder}/${named}.png`, fullPage: true });
            const { wide, texts } = await page.evaluate(() => ({
              wide: document.documentElement.scrollWidth - window.innerWidth,
              texts: [...document.querySelectorAll('h1,h2,th,dt,button,a,label,p')].map(
                (each) => each.textContent ?? '',
              ),
            }));
            expect(wide, 'wider than the window').toBeLessThanOrEqual(0);
            expect(texts.filter((text) => rawKey.test(text.trim()))).toEqual([]);
            await page.close();
          }
        });
      }
    }
  }
}
