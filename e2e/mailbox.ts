import { type Browser, expect, type Page } from '@playwright/test';
import { openAs } from './session';

/** The demonstration has no mail server: an administrator reads what would have gone out. */
export async function linkOfMail(
  browser: Browser,
  address: string,
  kind: 'Invitation' | 'Forgotten password' | 'New password asked for',
): Promise<string> {
  const page = await openAs(browser, 'administrator');
  const list = `/configuration/mail?sort=newest&search=${encodeURIComponent(address)}`;
  // The queue takes it within a moment.
  await expect(async () => {
    await page.goto(list);
    const row = page.locator('table.t tbody tr', { hasText: kind }).first();
    await row.getByRole('link').first().click({ timeout: 2_000 });
    await expect(page.getByText('its link works')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  const text = (await page.locator('.mailtext').textContent()) ?? '';
  await page.close();
  return new URL(/https?:\S+/.exec(text)?.[0] ?? '').pathname;
}

/** Signs in by the form, as a person does. */
export async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
