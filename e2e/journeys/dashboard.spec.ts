import { expect, type Page, test } from '@playwright/test';
import { openAs } from '../session';

/** "3,412 operations" without its grouping. */
const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''));
const countOfList = async (page: Page): Promise<number> => numberIn(await page.locator('h1 .count').textContent());
const metric = (page: Page, name: string) => page.locator('.metric', { hasText: name }).first();

for (const [role, split] of [
  ['administrator', 'partner'],
  ['administrator', 'service'],
  ['partner', 'issuer'],
  ['issuer', 'service'],
] as const) {
  test(`${role}: one ${split} alone, to its rows and back to all`, async ({ browser }) => {
    const page = await openAs(browser, role);
    await page.goto(`/dashboard?split=${split}`);
    const legend = page.getByRole('table', { name: new RegExp(`^By ${split}`) });
    await legend
      .getByRole('link', { name: /^Show only/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/dashboard\\?.*${split}=[0-9a-f-]{36}`));
    await expect(page.getByText('Consumption of', { exact: true })).toBeVisible();
    const requests = metric(page, 'Signed items').getByRole('link', { name: /request/ });
    const counted = numberIn(await requests.textContent());
    await requests.click();
    await expect(page).toHaveURL(new RegExp(`/operations\\?.*${split}=`));
    await expect.poll(() => countOfList(page)).toBe(counted);
    await page.goBack();
    await page.getByRole('link', { name: /^Remove the filter/ }).click();
    await expect(page).not.toHaveURL(new RegExp(`${split}=[0-9a-f]`));
    await page.close();
  });
}

test('a row of the list opens the dashboard of exactly its service', async ({ browser }) => {
  const page = await openAs(browser, 'partner');
  await page.goto('/operations');
  const graph = page.locator('table tbody tr').first().locator('a[href*="/dashboard"]');
  const service = /service=([0-9a-f-]{36})/.exec((await graph.getAttribute('href')) ?? '')?.[1];
  await graph.click();
  await expect(page).toHaveURL(`/dashboard?service=${service}`);
  await expect(page.getByText('Consumption of', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'By issuer' })).toHaveCount(0);
  await page.close();
});

test('a table of the dashboard comes as a file with as many rows as it says', async ({ browser }) => {
  const page = await openAs(browser, 'issuer');
  await page.goto('/dashboard?split=service&months=6');
  await page.getByRole('button', { name: 'Export the table by month' }).click();
  const dialog = page.getByRole('dialog');
  const said = numberIn(await dialog.getByText(/^Exports [\d,]+ row/).textContent());
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = await (await download).createReadStream();
  let text = '';
  for await (const piece of file) text += String(piece);
  const lines = text.split('\r\n').filter((line) => line !== '' && !line.replace('\uFEFF', '').startsWith('#'));
  expect(lines).toHaveLength(said + 1);
  await page.close();
});

for (const width of [320, 390, 1024, 1440]) {
  test(`at ${width} px neither home nor the dashboard runs out of the window`, async ({ browser }) => {
    for (const role of ['administrator', 'issuer', 'auditor'] as const) {
      const page = await openAs(browser, role, { width, language: 'pt' });
      for (const path of role === 'auditor' ? ['/'] : ['/', '/dashboard?split=status', '/dashboard?split=service']) {
        await page.goto(path);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ role, path, over }).toEqual({ role, path, over: 0 });
        const cut = await page
          .locator('.consumption-controls a')
          .evaluateAll(
            (links) => links.filter((link) => link.getBoundingClientRect().right > window.innerWidth).length,
          );
        expect(cut).toBe(0);
      }
      await page.close();
    }
  });
}

for (const role of ['administrator', 'partner', 'issuer'] as const) {
  test(`${role}: home says what needs a look, and every figure opens its rows`, async ({ browser }) => {
    const page = await openAs(browser, role);
    await page.goto('/');
    const month = metric(page, 'Signed items this month').locator('.value a');
    await expect(month).toHaveAttribute('href', /\/operations\?from=\d{4}-\d{2}-01&to=/);
    const open = metric(page, 'In progress').locator('.value a');
    const counted = numberIn(await open.textContent());
    await open.click();
    await expect.poll(() => countOfList(page)).toBe(counted);
    await page.goBack();
    await page.getByRole('link', { name: 'See consumption' }).click();
    await expect(page).toHaveURL(/\/dashboard$/);
    await page.close();
  });
}
