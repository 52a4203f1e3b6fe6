import { test } from '@playwright/test';
import { open, screens } from '../screens';
import { openAs } from '../session';
import { inTheme, take } from './take';

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
            await inTheme(page, theme);
            await take(page, [name, role ?? 'nobody', width, theme, language]);
            await page.close();
          }
        });
      }
    }
  }
}
