import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, screens } from './screens';
import { openAs } from './session';

const languages = ['pt', 'en'] as const;
const themes = ['light', 'dark'] as const;
const full = process.env.AXE === 'full';
/** In the gate each language and each theme once; `npm run axe` looks at every pair. */
const looks = full
  ? languages.flatMap((language) => themes.map((theme) => [language, theme] as const))
  : ([
      ['pt', 'light'],
      ['en', 'dark'],
    ] as const);

for (const { name, role: usual, path, roles } of screens) {
  for (const role of full ? roles : [usual]) {
    for (const [language, theme] of looks) {
      test(`${name} has no serious finding and fits desk and phone: ${role ?? 'nobody'}, ${language}, ${theme}`, async ({
        browser,
      }) => {
        const page = await openAs(browser, role, { language, theme });
        await open(page, path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(
          grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
        ).toEqual([]);
        for (const width of [1440, 1280, 1120, 390]) {
          await page.setViewportSize({ width, height: 844 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `of ${width} px`).toBe(width);
        }
        await page.close();
      });
    }
  }
}
