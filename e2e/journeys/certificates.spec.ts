import { expect, test } from '@playwright/test';
import { codeOnPhone, signInThere } from '../sandbox';
import { openAs } from '../session';

test('an issuer enrols a certificate at the authority, by PIN and code', async ({ browser }) => {
  const page = await openAs(browser, 'issuer', { fresh: true });
  await page.goto('/certificates/new');
  await page.getByRole('button', { name: 'Go on at the authority' }).click();
  await signInThere(page);
  const row = page.getByRole('listitem').filter({ hasText: 'Padaria Central Seal 2027' });
  await row.getByRole('button', { name: 'Use this one' }).click();
  await page.getByLabel('PIN of the credential').fill('9999');
  await page.getByLabel('Code that the authority sent').fill('000000');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('The PIN is wrong.')).toBeVisible({ timeout: 20_000 });
  await page.getByLabel('PIN of the credential').fill('1234');
  await page.getByLabel('Code that the authority sent').fill(await codeOnPhone(page, 'Padaria Central Seal 2027'));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Done: the access was granted')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(page.getByText('Access: Valid')).toBeVisible();
  await expect(page.getByText('60', { exact: true })).toBeVisible();
});

test('a renewal that is cancelled at the authority changes nothing, and one that goes on replaces the access', async ({
  browser,
}) => {
  const page = await openAs(browser, 'issuer', { fresh: true });
  const renew = async () => {
    await page.goto('/certificates');
    await page.getByRole('link', { name: 'Selo principal' }).first().click();
    await page.getByRole('button', { name: 'Renew access' }).click();
    await page.getByRole('button', { name: 'Go on at the authority' }).click();
  };
  await renew();
  await signInThere(page, 'Cancel');
  await expect(page.getByText('You cancelled on the authority’s page. Nothing has changed.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(page.getByText('Access: Expiring')).toBeVisible();
  await renew();
  await signInThere(page);
  await page.getByLabel('PIN of the credential').fill('1234');
  await page.getByLabel('Code of your generator').fill('424242');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Done: the access was granted')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(page.getByText('Access: Valid')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Replaced' })).toHaveCount(1);
});

test('a partner and an administrator look at a certificate, and are offered nothing to do with it', async ({
  browser,
}) => {
  for (const role of ['partner', 'administrator'] as const) {
    const page = await openAs(browser, role);
    await page.goto('/certificates');
    await page.getByRole('link', { name: 'Selo EC' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Selo EC' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Renew access' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  }
});

test('an administrator checks the connection to an authority, and a hostile address is refused at its field', async ({
  browser,
}) => {
  const page = await openAs(browser, 'administrator', { fresh: true });
  await page.goto('/configuration/authorities');
  await page.getByRole('link', { name: 'Sandbox CA' }).first().click();
  await page.getByRole('button', { name: 'Check connection' }).click();
  await expect(page.getByText(/^Answered/)).toBeVisible({ timeout: 20_000 });
  await page.goto('/configuration/authorities/new');
  await page.getByLabel('Name').fill('Hostile');
  await page.getByLabel('Service address').fill('https://169.254.169.254/');
  await page.getByLabel('Client id').fill('x');
  await page.getByLabel('Client secret').fill('x');
  await page.getByRole('button', { name: 'Create authority' }).click();
  await expect(page.getByText('This address is not public by https').first()).toBeVisible();
});
