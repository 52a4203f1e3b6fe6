import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { linkOfMail, signInAs } from '../mailbox';
import { openAs } from '../session';

const good = 'three salted loaves at dawn';

async function choose(page: Page, path: string, password: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save the password' }).click();
}

test('a partner invites somebody, whose mail leads to a password and a first sign-in', async ({ browser }) => {
  const email = `${randomUUID()}@new.test`;
  const partner = await openAs(browser, 'partner');
  await partner.goto('/operators');
  await partner.getByRole('link', { name: 'Invite operator' }).click();
  await partner.getByRole('button', { name: 'Send invitation' }).click();
  await expect(partner.locator('.sum')).toContainText('to correct');
  await partner.getByRole('radio', { name: 'Partner operator' }).check();
  await partner.getByLabel('Name').fill('Nuno “Novo” <b>');
  await partner.getByLabel('E-mail').fill(email);
  await partner.getByRole('button', { name: 'Send invitation' }).click();
  await expect(partner.getByRole('heading', { level: 1 })).toHaveText('Nuno “Novo” <b>');
  await expect(partner.getByText('The link works until')).toBeVisible();
  await partner.close();

  const path = await linkOfMail(browser, email, 'Invitation');
  const guest = await openAs(browser, null);
  await choose(guest, path, 'password1234');
  await expect(guest.getByText('easy to guess').first()).toBeVisible();
  await choose(guest, path, good);
  await expect(guest.getByRole('heading', { name: 'The password is set' })).toBeVisible();
  // Used: the one page for every link that lets nobody in.
  for (const gone of [path, path.slice(0, -2), '/activate/nothing', path.replace('activate', 'reset')]) {
    await guest.goto(gone);
    await expect(guest.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible();
    await expect(guest.getByRole('link', { name: 'Ask for a new link' })).toBeVisible();
  }
  await signInAs(guest, email, good);
  await expect(guest.locator('nav.rail')).toBeVisible();
  await guest.close();
});

test('a forgotten password is chosen anew, and nobody learns whether there is an account', async ({ browser }) => {
  const guest = await openAs(browser, null);
  const said: string[] = [];
  for (const email of [`${randomUUID()}@stranger.test`, 'issuer3@demo.test']) {
    await guest.goto('/sign-in');
    await guest.getByRole('link', { name: 'Forgot your password?' }).click();
    await guest.getByLabel('E-mail').fill(email);
    await guest.getByRole('button', { name: 'Send the link' }).click();
    await expect(guest.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
    said.push((await guest.locator('main').textContent()) ?? '');
  }
  expect(said[0]).toBe(said[1]);
  await choose(guest, await linkOfMail(browser, 'issuer3@demo.test', 'Forgotten password'), good);
  await expect(guest.getByRole('heading', { name: 'The password is set' })).toBeVisible();
  await signInAs(guest, 'issuer3@demo.test', good);
  await expect(guest.locator('nav.rail')).toBeVisible();
  await guest.close();
});

test('an issuer grants an auditor access and ends it', async ({ browser }) => {
  const email = `${randomUUID()}@tax.test`;
  const issuer = await openAs(browser, 'issuer');
  await issuer.goto('/accesses/new');
  await issuer.getByLabel('E-mail').fill(email);
  await issuer.getByLabel('Name').fill('Ana Auditora');
  await issuer.getByRole('radio', { name: 'English' }).check();
  await issuer.getByLabel('To', { exact: true }).fill('2020-01-01');
  await issuer.getByRole('button', { name: 'Grant access' }).click();
  await expect(issuer.getByText('must not be before the first').first()).toBeVisible();
  await issuer.getByLabel('To', { exact: true }).fill('2199-12-31');
  await issuer.getByRole('button', { name: 'Grant access' }).click();
  await expect(issuer.getByRole('heading', { level: 1 })).toHaveText(email);

  const auditor = await openAs(browser, null);
  await choose(auditor, await linkOfMail(browser, email, 'Invitation'), good);
  await signInAs(auditor, email, good);
  await expect(auditor.getByText('Padaria Central').first()).toBeVisible();
  await issuer.getByRole('button', { name: 'End access' }).click();
  await issuer.getByRole('dialog').getByRole('button', { name: 'End access' }).click();
  await expect(issuer.getByRole('dialog')).toHaveCount(0);
  await auditor.reload();
  await expect(auditor.getByText('Padaria Central')).toHaveCount(0);
  await Promise.all([issuer.close(), auditor.close()]);
});
