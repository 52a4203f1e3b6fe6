import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { sandbox } from '../sandbox';
import { openSigned } from '../signed-document';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('an issuer validates a document, reads what was checked and takes the report along', async ({ browser }) => {
  const page = await openSigned(browser, 'issuer');
  await button(page, 'Validate').click();
  await expect(page.getByText('The signature is valid, and the document is as it was signed.')).toBeVisible();
  await expect(page.getByText('The content is what was registered.')).toBeVisible();
  await page.getByText('What was checked').click();
  await expect(page.getByText('The certificate leads to a trusted root')).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Download report').click()]);
  const report = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect(report).toMatchObject({
    document: { isAsRegistered: true },
    simple: { indication: 'TOTAL-PASSED', signatures: [{ level: 'B-T', coversAll: true }] },
    detailed: { signatures: [{ indication: 'TOTAL-PASSED' }] },
  });
});

test('an auditor may, an administrator may without the content, and a partner may not', async ({ browser }) => {
  for (const role of ['auditor', 'administrator'] as const) {
    const page = await openSigned(browser, role);
    await button(page, 'Validate').click();
    await expect(page.getByText('TOTAL-PASSED')).toBeVisible();
    await expect(button(page, 'Open the document')).toHaveCount(role === 'auditor' ? 1 : 0);
  }
  const partner = await openSigned(browser, 'partner');
  await expect(button(partner, 'Validate')).toHaveCount(0);
});

test('a server that does not answer is told, and asking again helps', async ({ browser }) => {
  const page = await openSigned(browser, 'issuer');
  await page.route('**/validation', (route) =>
    route.fulfill({ status: 503, json: { code: 'unavailable', requestId: 'x' } }),
  );
  await button(page, 'Validate').click();
  await expect(page.getByText('could not be fetched')).toBeVisible();
  await page.unroute('**/validation');
  await button(page, 'Try again').click();
  await expect(page.getByText('TOTAL-PASSED')).toBeVisible();
});

test('a link on another site looks at nothing in an operator’s name', async ({ browser, baseURL }) => {
  const page = await openSigned(browser, 'issuer');
  const id = page.url().split('/').at(-1);
  for (const what of ['validation', 'content']) {
    await page.goto(`${sandbox}/phone`);
    await page.evaluate(
      (address) => document.body.append(Object.assign(document.createElement('a'), { href: address, text: 'Win' })),
      `${baseURL}/api/documents/${id}/${what}`,
    );
    const [answer] = await Promise.all([
      page.waitForResponse((each) => each.url().endsWith(`/${what}`)),
      page.getByText('Win').click(),
    ]);
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'forbidden' });
  }
});
