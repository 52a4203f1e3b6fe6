import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { TOTP } from 'otpauth';
import { linkOfMail, signInAs } from '../mailbox';
import { openAs } from '../session';

const good = 'three salted loaves at dawn';
const better = 'a kettle sings under the stairs';

/** Somebody new, signed in: what happens to it is nobody else's business. */
async function somebody(browser: Parameters<typeof openAs>[0], role: string): Promise<{ page: Page; email: string }> {
  const email = `${randomUUID()}@new.test`;
  const partner = await openAs(browser, 'administrator');
  await partner.goto(`/operators/new?role=${role}`);
  await partner.getByLabel('Name').fill('Somebody New');
  await partner.getByLabel('E-mail').fill(email);
  await partner.getByRole('radio', { name: 'English' }).check();
  await partner.getByRole('button', { name: 'Send invitation' }).click();
  await expect(partner.getByRole('heading', { level: 1 })).toHaveText('Somebody New');
  await partner.close();
  const page = await openAs(browser, null);
  await page.goto(await linkOfMail(browser, email, 'Invitation'));
  await page.getByLabel('New password').fill(good);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByRole('heading', { name: 'The password is set' })).toBeVisible();
  await signInAs(page, email, good);
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  return { page, email };
}

const code = (key: string, steps: number) =>
  new TOTP({ secret: key }).generate({ timestamp: Date.now() + steps * 30_000 });

async function enrol(page: Page): Promise<{ key: string; codes: string[] }> {
  await page.goto('/profile/security');
  await page.getByRole('button', { name: 'Add second factor' }).click();
  const shown = (await page.getByRole('button', { name: /Copy the key/ }).textContent()) ?? '';
  const key = shown.replaceAll(/[^A-Z2-7]/g, '');
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Confirm code' }).click();
  await expect(page.getByText('The code is wrong').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Code' }).fill(code(key, 0));
  await page.getByRole('button', { name: 'Confirm code' }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
  const codes = await page.locator('.codes li').allTextContents();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes are left')).toBeVisible();
  return { key, codes };
}

test('a second factor is added, asked for at sign-in, and replaced by a recovery code', async ({ browser }) => {
  const { page, email } = await somebody(browser, 'auditor');
  const { key, codes } = await enrol(page);
  await page.context().clearCookies();
  await signInAs(page, email, good);
  await page.getByLabel('Code of the second factor').fill('111111');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The code is wrong').first()).toBeVisible();
  await page.getByLabel('Code of the second factor').fill(code(key, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await page.context().clearCookies();
  await signInAs(page, email, good);
  await page.getByLabel('Code of the second factor').fill(codes[0] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await page.goto('/profile/security');
  await expect(page.getByText('9 recovery codes are left')).toBeVisible();
  await page.close();
});

test('one changes the own password, which ends the other sessions', async ({ browser }) => {
  const { page, email } = await somebody(browser, 'auditor');
  const other = await openAs(browser, null);
  await signInAs(other, email, good);
  await expect(other.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await page.goto('/profile/security');
  await page.getByLabel('Present password').fill('not this one');
  await page.getByLabel('New password').fill(better);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your password').first()).toBeVisible();
  await page.getByLabel('Present password').fill(good);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('1 other session was ended')).toBeVisible();
  await other.goto('/');
  await expect(other).toHaveURL(/sign-in/);
  await page.goto('/profile/activity');
  await expect(page.getByText('You changed their password').or(page.getByText(/changed their password/))).toBeVisible();
  await Promise.all([page.close(), other.close()]);
});

test('a higher role asks somebody by mail to choose a new password', async ({ browser }) => {
  const { page, email } = await somebody(browser, 'auditor');
  const administrator = await openAs(browser, 'administrator');
  await administrator.goto(`/operators?search=${encodeURIComponent(email)}`);
  await administrator.locator('table.t tbody tr').first().getByRole('link').first().click();
  await administrator.getByRole('button', { name: 'Send new-password link' }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: 'Send new-password link' }).click();
  await expect(administrator.getByRole('dialog')).toHaveCount(0);
  await page.goto(await linkOfMail(browser, email, 'New password asked for'));
  await page.getByLabel('New password').fill(better);
  await page.getByRole('button', { name: 'Save the password' }).click();
  await expect(page.getByRole('heading', { name: 'The password is set' })).toBeVisible();
  await signInAs(page, email, better);
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await Promise.all([page.close(), administrator.close()]);
});
