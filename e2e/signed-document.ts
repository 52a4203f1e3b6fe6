import type { Browser, Page } from '@playwright/test';
import { type AccountRole, openAs } from './session';

/** The newest document of the demonstration that has its content, as somebody sees it. */
export async function openSigned(browser: Browser, role: AccountRole): Promise<Page> {
  const page = await openAs(browser, role);
  await page.goto(`/documents?document=FT_${new Date().getFullYear()}B_`);
  await page.locator('table tbody tr').first().getByRole('link').first().click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
  return page;
}
