import { expect, test } from '@playwright/test';
import { openAs } from '../session';

/** "3,412 operations" without its grouping. */
const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''));

for (const role of ['administrator', 'partner', 'issuer'] as const) {
  test(`${role}: from the dashboard's failures to the rows, to one operation and back`, async ({ browser }) => {
    const page = await openAs(browser, role);
    await page.goto('/');
    await page.getByRole('link', { name: 'Consumption', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Consumption' })).toBeVisible();
    const failures = page.locator('.metric', { hasText: 'Failures' }).locator('.value a').first();
    const counted = numberIn(await failures.textContent());
    await failures.click();
    await expect(page).toHaveURL(/\/operations\?.*status=FAILED/);
    await expect.poll(async () => numberIn(await page.locator('h1 .count').textContent())).toBe(counted);
    const reference = page.locator('table tbody tr').first();
    await reference.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/operations\/[0-9a-f-]{36}/);
    await expect(page.locator('h1')).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/status=FAILED/);
    await expect.poll(async () => numberIn(await page.locator('h1 .count').textContent())).toBe(counted);
    await page.close();
  });
}

test('pages forward and back show the same rows, and the address alone restores them', async ({ browser }) => {
  const page = await openAs(browser, 'administrator');
  await page.goto('/operations?size=25');
  const first = await page.locator('table tbody tr').first().textContent();
  await page
    .getByRole('button', { name: 'Next' })
    .or(page.getByRole('link', { name: 'Next' }))
    .click();
  await expect(page).toHaveURL(/after=/);
  await expect(page.locator('table tbody tr').first()).not.toHaveText(first ?? '');
  // Not the skeleton either.
  await expect(page.locator('table tbody tr').first()).not.toHaveText('');
  const second = await page.locator('table tbody tr').first().textContent();
  await page.reload();
  await expect(page.locator('table tbody tr').first()).toHaveText(second ?? '');
  await page.goBack();
  await expect(page.locator('table tbody tr').first()).toHaveText(first ?? '');
  await page.close();
});

test('malformed filters fall back with a note, a malformed id is not found', async ({ browser }) => {
  const page = await openAs(browser, 'issuer');
  await page.goto('/operations?status=NONSENSE&from=2026-02-30&service=1');
  await expect(page.getByText('is not known and was left out').first()).toBeVisible();
  await expect(page.locator('table tbody tr').first()).toBeVisible();
  expect((await page.goto('/operations/nonsense'))?.status()).toBe(404);
  expect((await page.goto('/operations/01900000-0000-7000-8000-00000000abcd'))?.status()).toBe(404);
  await page.close();
});

test('the auditor sees its taxpayers, their operations and nothing else', async ({ browser }) => {
  const page = await openAs(browser, 'auditor');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: /Welcome/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Consumption' })).toHaveCount(0);
  await page.getByRole('link', { name: /Operations of Padaria Central/ }).click();
  await expect(page.locator('table tbody tr').first()).toBeVisible();
  expect((await page.goto('/dashboard'))?.status()).toBe(403);
  await page.close();
});

test('language and theme are kept with the operator, and signing out ends the session', async ({ browser }) => {
  const page = await openAs(browser, 'partner', { fresh: true });
  await page.goto('/profile');
  await page.getByRole('radio', { name: 'Português' }).check();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt-PT');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('radio', { name: 'Como o sistema' }).check();
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/profile');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.close();
});

test('on a phone the sections are in a drawer that keeps the focus and gives it back', async ({ browser }) => {
  const page = await openAs(browser, 'issuer', { width: 390 });
  await page.goto('/');
  const open = page.getByRole('button', { name: 'Open sections' });
  await open.click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await page.getByRole('dialog').getByRole('link', { name: 'Operations' }).click();
  await expect(page).toHaveURL(/\/operations$/);
  await page.close();
});
