import { expect, test } from '@playwright/test';
import { accounts, demoPassword, openAs } from '../session';

test('a stranger is sent to sign in and back to where it wanted to go', async ({ browser }) => {
  const page = await openAs(browser, null);
  await page.goto('/operations?status=FAILED');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('E-mail').fill(accounts.partner);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/operations\?status=FAILED/);
  await page.close();
});

test('a wrong password gets one neutral sentence, keeps the address and shows no password', async ({ browser }) => {
  const page = await openAs(browser, null);
  await page.goto('/sign-in');
  for (const email of [accounts.issuer, 'nobody@demo.test']) {
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('Wrong e-mail or password, or an account without access.').first()).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
  }
  await page.close();
});

test('an address outside is never the next one', async ({ browser }) => {
  const page = await openAs(browser, null);
  await page.goto('/sign-in?next=https://evil.example/');
  await page.getByLabel('E-mail').fill(accounts.issuer);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Home|Início/ })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await page.close();
});

test('works without any script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  await context.addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }]);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(accounts.auditor);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: /Welcome|Boas-vindas/ })).toBeVisible();
  await context.close();
});
