import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type AccountRole, openAs } from './session';

type Screen = readonly [name: string, role: AccountRole | null, path: string];

const screens: readonly Screen[] = [
  ['sign-in', null, '/sign-in'],
  ['home', 'partner', '/'],
  ['welcome', 'auditor', '/'],
  ['dashboard', 'issuer', '/dashboard?split=service'],
  ['operations', 'administrator', '/operations?size=25'],
  ['operations, nothing found', 'issuer', '/operations?reference=nothing-like-this'],
  ['operation', 'issuer', 'first operation'],
  ['profile', 'auditor', '/profile'],
  ['not found', 'partner', '/operations/nonsense'],
  ['forbidden', 'auditor', '/dashboard'],
];

const looks = [
  { language: 'pt', theme: 'dark' },
  { language: 'en', theme: 'light' },
] as const;

for (const [name, role, path] of screens) {
  for (const look of looks) {
    test(`${name} has no serious finding, ${look.language}, ${look.theme}`, async ({ browser }) => {
      const page = await openAs(browser, role, look);
      if (path === 'first operation') {
        await page.goto('/operations?size=25');
        await page.locator('table tbody tr').first().getByRole('link').first().click();
        await page.waitForURL(/\/operations\/[0-9a-f-]{36}/);
      } else {
        await page.goto(path);
      }
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
      await page.close();
    });
  }
}
