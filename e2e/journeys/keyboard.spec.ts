import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { accounts, demoPassword, openAs } from '../session';

/** Begins the names of the demonstration's documents with content. */
const series = `FT_${new Date().getFullYear()}B_`;

/** Moves the focus as a reader without a mouse does, until it is where it should be. */
async function reach(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the focus never came to ${target}`);
}

/** Counts what a mouse, a pen or a finger would do, over every page of the journey. */
async function watchPointers(page: Page): Promise<() => number> {
  let pointed = 0;
  await page.exposeFunction('pointed', () => {
    pointed++;
  });
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'mousemove', 'touchstart', 'wheel']) {
      addEventListener(kind, () => Reflect.get(window, 'pointed')(), { capture: true, passive: true });
    }
  });
  return () => pointed;
}

// Who signs in gets the language of the account.
test('sign in, find, open, preview, export, sign out: by keyboard alone', async ({ browser }) => {
  test.setTimeout(90_000);
  const page = await openAs(browser, null);
  const pointed = await watchPointers(page);
  await page.goto('/sign-in');
  await reach(page, page.getByLabel('E-mail'));
  await page.keyboard.type(accounts.issuer);
  await reach(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await reach(page, page.getByRole('link', { name: /^(Documents|Documentos)$/ }));
  await page.keyboard.press('Enter');

  // Find: a text in any field, of a document whose content is kept.
  await expect(page.getByRole('heading', { level: 1, name: /^(Documents|Documentos)/ })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel(/^(Any field|Qualquer campo)$/)).toBeFocused();
  await page.keyboard.type(series);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search=FT_/);
  // Nothing but its head is left of the table that does not match.
  const others = page.getByRole('table').getByRole('row').filter({ hasNotText: series });
  await expect(others).toHaveCount(1);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');

  // Open and preview: pages, zoom, text.
  await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}\.1/);
  await reach(page, page.getByRole('button', { name: /^(Open the document|Abrir o documento)$/ }));
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(/^(Opening this document was recorded|A abertura deste documento ficou registada)/),
  ).toBeVisible();
  const paper = page.getByRole('article', { name: /^(Page|Página) 1$/ });
  await expect(paper.locator('span').first()).toBeAttached();
  expect((await paper.textContent())?.length).toBeGreaterThan(100);
  const before = await paper.evaluate((element) => element.clientWidth);
  await reach(page, page.getByRole('button', { name: /^(Larger|Aumentar)$/ }));
  await page.keyboard.press('Enter');
  await expect.poll(() => paper.evaluate((element) => element.clientWidth)).toBeGreaterThan(before * 1.2);

  // Export what the list shows, as it was left.
  await reach(page, page.getByRole('link', { name: /^(Back to the list|Voltar à lista)$/ }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search=FT_/);
  await reach(page, page.getByRole('button', { name: /^(Export|Exportar)$/ }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText(/^(Exports|Exporta) \S+ document/)).toBeVisible();
  await reach(page, page.getByRole('dialog').getByRole('button', { name: /^(Download|Transferir)$/ }));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(await readFile(await download.path(), 'utf8')).toContain(series);
  await page.keyboard.press('Escape');

  await reach(page, page.getByRole('button', { name: /profile|perfil/i }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await reach(page, page.getByRole('button', { name: /^(Sign out|Terminar sessão|Sair)$/ }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sign-in/);
  expect(pointed()).toBe(0);
  await page.close();
});
