import { randomInt, randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { nifCheckDigit } from '@/lib/domain/nif';
import { linkOfMail, signInAs } from '../mailbox';
import { openAs } from '../session';

const good = 'three salted loaves at dawn';
const nif = (): string => {
  const eight = `5${String(randomInt(10_000_000)).padStart(7, '0')}`;
  return `${eight}${nifCheckDigit(eight)}`;
};

async function fillCompany(page: Page, { vat, name, email }: { vat: string; name: string; email: string }) {
  await page.getByLabel('NIF', { exact: true }).fill(vat);
  await page.getByLabel('Name', { exact: true }).first().fill(name);
  await page.getByLabel('E-mail of the company').fill(`office-${email}`);
  await page.getByLabel('Responsible contact').fill('Rita Nova');
  await page.getByLabel('Invoice address').fill('Rua do Forno 1\n4000-001 Porto');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByLabel('Name', { exact: true }).last().fill('Rita Nova');
  await page.getByLabel('E-mail', { exact: true }).fill(email);
}

test('a stranger subscribes with a partner’s link, is approved, and finds a friendly, empty home', async ({
  browser,
}) => {
  const [vat, email, name] = [nif(), `${randomUUID()}@bakery.test`, `Confeitaria “Ação” ${randomInt(10_000)}`];
  const partner = await openAs(browser, 'partner');
  await partner.goto('/company');
  const link =
    (await partner
      .getByRole('button', { name: /Copy the link/ })
      .first()
      .textContent()) ?? '';
  await partner.close();

  const stranger = await openAs(browser, null);
  await stranger.goto(new URL(link).pathname + new URL(link).search);
  await expect(stranger.getByText('With the partner Alfa ERP')).toBeVisible();
  await expect(stranger.getByRole('radio', { name: 'Standard' })).toBeChecked();
  await stranger.getByRole('button', { name: 'Send subscription' }).click();
  await expect(stranger.locator('.sum')).toContainText('to correct');
  await fillCompany(stranger, { vat: `${vat.slice(0, 8)}${(Number(vat[8]) + 1) % 10}`, name, email });
  await expect(stranger.getByText('The check digit is wrong')).toBeVisible();
  await stranger.getByLabel('NIF', { exact: true }).fill(vat);
  await expect(stranger.getByText('The check digit is right')).toBeVisible();
  await stranger.getByRole('button', { name: 'Send subscription' }).click();
  await expect(stranger.getByRole('heading', { name: 'The subscription was sent' })).toBeVisible();

  const administrator = await openAs(browser, 'administrator');
  await administrator.goto('/subscriptions');
  await administrator.getByRole('row', { name }).getByRole('link').first().click();
  await expect(administrator.getByRole('heading', { level: 1 })).toHaveText(name);
  await administrator.getByRole('button', { name: 'Approve' }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(administrator).toHaveURL(/\/issuers\/[0-9a-f-]{36}/);
  await administrator.close();

  await stranger.goto(await linkOfMail(browser, email, 'Invitation'));
  await stranger.getByLabel('New password').fill(good);
  await stranger.getByRole('button', { name: 'Save the password' }).click();
  await expect(stranger.getByRole('heading', { name: 'The password is set' })).toBeVisible();
  await signInAs(stranger, email, good);
  await expect(stranger.getByRole('heading', { name: 'Getting started' })).toBeVisible();
  await expect(stranger.getByRole('button', { name: new RegExp(`PRT\\.${vat}-[0-9a-f]{6}`) })).toBeVisible();
  await stranger.close();
});

test('a partner subscribes and is rejected with a reason', async ({ browser }) => {
  const [vat, email, name] = [nif(), `${randomUUID()}@erp.test`, `ERP Rejeitado ${randomInt(10_000)}`];
  const stranger = await openAs(browser, null);
  await stranger.goto('/subscribe/partner');
  await stranger.getByRole('radio', { name: 'Reseller' }).check();
  await fillCompany(stranger, { vat, name, email });
  await stranger.getByRole('button', { name: 'Send subscription' }).click();
  await expect(stranger.getByRole('heading', { name: 'The subscription was sent' })).toBeVisible();
  await stranger.close();
  const administrator = await openAs(browser, 'administrator');
  await administrator.goto(`/subscriptions?search=${encodeURIComponent(name)}`);
  await administrator.getByRole('row', { name }).getByRole('link').first().click();
  await administrator.getByRole('button', { name: 'Reject' }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await expect(administrator.getByText('Fill in this field').first()).toBeVisible();
  await administrator.getByLabel('Reason').fill('No contract');
  await administrator.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await expect(administrator).toHaveURL(/\/subscriptions$/);
  await administrator.close();
});

test('a partner makes an issuer, and blocks it while its operator has a page open', async ({ browser }) => {
  const [vat, email, name] = [nif(), `${randomUUID()}@made.test`, `Oficina ${randomInt(100_000)}`];
  const administrator = await openAs(browser, 'administrator');
  await administrator.goto('/issuers/new');
  await administrator.getByRole('radio', { name: 'Premium' }).check();
  await administrator.getByLabel('Partner, or empty for a direct issuer').fill('PRT.000000000');
  await fillCompany(administrator, { vat, name, email });
  await administrator.getByRole('button', { name: 'New issuer' }).click();
  await expect(administrator.getByText('There is no partner with this code').first()).toBeVisible();
  await administrator.getByLabel('Partner, or empty for a direct issuer').fill('');
  await administrator.getByRole('button', { name: 'New issuer' }).click();
  await expect(administrator.getByRole('heading', { level: 1 })).toHaveText(name);

  const operator = await openAs(browser, null);
  await operator.goto(await linkOfMail(browser, email, 'Invitation'));
  await operator.getByLabel('New password').fill(good);
  await operator.getByRole('button', { name: 'Save the password' }).click();
  await expect(operator.getByRole('heading', { name: 'The password is set' })).toBeVisible();
  await signInAs(operator, email, good);
  await expect(operator.locator('nav.rail')).toBeVisible();
  await operator.goto('/operators');
  await expect(operator.getByRole('heading', { name: /Operators/ })).toBeVisible();
  await administrator.getByRole('button', { name: 'Block' }).click();
  await administrator.getByLabel('Reason').fill('Unpaid');
  await administrator.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
  await expect(administrator.getByRole('dialog')).toHaveCount(0);
  await operator.goto('/operations');
  await expect(operator).toHaveURL(/\/sign-in/);
  await signInAs(operator, email, good);
  await expect(operator.getByText('an account without access').first()).toBeVisible();
  await Promise.all([administrator.close(), operator.close()]);
});
