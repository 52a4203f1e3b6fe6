import { type Browser, expect, type Page, test } from '@playwright/test';
import { listNames } from '@/lib/domain/lists';
import { lists, small } from '../lists';
import { openAs } from '../session';

const withQuery = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`;
const rows = (page: Page) => page.locator('table.t tbody tr');
const texts = async (page: Page) => (await rows(page).allTextContents()).join('|');
const turn = async (page: Page, name: string) => {
  const before = await texts(page);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
  await expect(page.locator('table.t')).toHaveAttribute('aria-busy', 'false');
  // Neither the rows before nor the skeleton.
  await expect.poll(() => texts(page).then((text) => text === before || /^\|*$/.test(text))).toBe(false);
};

test('every list that is declared is tried here', () => {
  expect([...lists.map(({ name }) => name), ...small].sort()).toEqual([...listNames].sort());
});

for (const list of lists) {
  const asked = `${withQuery(list.path, list.filter)}&sort=${list.sort}&columns=${encodeURIComponent(list.columns)}&size=25`;

  test.describe(`the list ${list.path}`, () => {
    test('filter, order, columns, size and page come back from the address alone', async ({ browser }) => {
      const page = await openAs(browser, list.role);
      await page.goto(asked);
      await turn(page, 'Next');
      const shown = await texts(page);
      const address = page.url();
      await page.reload();
      await expectAsAsked(page, list, shown);
      await page.close();

      const other = await openAs(browser, list.role);
      await other.goto(address);
      await expectAsAsked(other, list, shown);
      await turn(other, 'First');
      await other.goBack();
      await expect.poll(() => texts(other)).toBe(shown);
      await other.close();
    });

    if (list.few) return;

    test('Back from a row finds the page, the scroll and the selection as they were', async ({ browser }) => {
      const page = await openAs(browser, list.role);
      await page.goto(withQuery(list.path, 'size=50'));
      await turn(page, 'Next');
      await rows(page).nth(30).scrollIntoViewIfNeeded();
      await rows(page).nth(28).getByRole('checkbox').check();
      await rows(page).nth(29).getByRole('checkbox').check();
      await expect(page.getByText('2 selected on this page')).toBeVisible();
      const [shown, scrolled] = [await texts(page), await page.evaluate(() => window.scrollY)];
      expect(scrolled).toBeGreaterThan(100);
      await rows(page).nth(30).locator('td').nth(1).click();
      await expect(page).toHaveURL(/\/[0-9a-f-]{36}(\.\d+)?$/);
      await expect(page.locator('h1')).toBeVisible();
      await page.goBack();
      await expect.poll(() => texts(page)).toBe(shown);
      await expect(page.getByText('2 selected on this page')).toBeVisible();
      await expect(rows(page).nth(28).getByRole('checkbox')).toBeChecked();
      expect(Math.abs((await page.evaluate(() => window.scrollY)) - scrolled)).toBeLessThan(60);
      await page.close();
    });

    test('is found, walked, selected and opened by the keyboard alone', async ({ browser }) => {
      const page = await openAs(browser, list.role);
      await page.goto(withQuery(list.path, 'size=25'));
      await page.evaluate(() => {
        const count = () => document.body.setAttribute('data-pointed', 'yes');
        for (const type of ['pointerdown', 'mousedown', 'touchstart']) document.addEventListener(type, count, true);
      });
      await expect(page.locator('table.t tbody')).toHaveAttribute('aria-keyshortcuts');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.keyboard.press('/');
      await expect(page.locator('search .menu input')).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.locator('search .menu')).toHaveCount(0);
      await page
        .locator('h1')
        .evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      for (const key of ['j', 'j', 'k', 'j', 'x']) await page.keyboard.press(key);
      await expect(rows(page).nth(1).getByRole('checkbox')).toBeChecked();
      await expect(page.getByText('1 selected on this page')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByText('selected on this page')).toHaveCount(0);
      await expect(rows(page).nth(1).locator('a[data-row]').first()).toBeFocused();
      expect(await page.locator('body').getAttribute('data-pointed')).toBeNull();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/[0-9a-f-]{36}(\.\d+)?$/);
      await page.close();
    });

    test('says which "all" is selected', async ({ browser }) => {
      const page = await openAs(browser, list.role);
      await page.goto(withQuery(list.path, 'size=25'));
      await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check();
      await expect(page.getByText('25 selected on this page')).toBeVisible();
      await page.getByRole('button', { name: /^Select all [\d,]+\+? that match$/ }).click();
      await expect(page.getByText(/^All [\d,]+\+? that match are selected/)).toBeVisible();
      await page.getByRole('button', { name: 'Only this page' }).click();
      await page.getByRole('button', { name: 'Clear selection' }).click();
      await expect(page.locator('table.t input:checked')).toHaveCount(0);
      await page.close();
    });

    test('columns are chosen, kept for the operator, and given back', async ({ browser }) => {
      const page = await openAs(browser, list.role);
      const heads = () => page.locator('table.t thead th').allInnerTexts();
      await page.goto(withQuery(list.path, 'size=25'));
      const usual = await heads();
      await page.getByRole('button', { name: 'Columns' }).click();
      const dialog = page.getByRole('dialog', { name: 'Columns' });
      await dialog.getByRole('checkbox', { checked: true, disabled: false }).last().uncheck();
      await dialog.getByRole('button', { name: 'Show columns' }).click();
      await expect(dialog).toBeHidden();
      await expect(page).toHaveURL(/columns=/);
      const fewer = await heads();
      expect(fewer).toHaveLength(usual.length - 1);
      await page.goto(withQuery(list.path, 'size=25'));
      expect(await heads()).toEqual(fewer);
      await page.getByRole('button', { name: 'Columns' }).click();
      await dialog.getByRole('button', { name: 'Usual columns' }).click();
      await dialog.getByRole('button', { name: 'Show columns' }).click();
      await expect(dialog).toBeHidden();
      expect(await heads()).toEqual(usual);
      await page.close();
    });

    test('a view is saved, opens first, is edited in two tabs without loss, and removed', async ({ browser }) => {
      const [page, tab] = [await openAs(browser, list.role), await openAs(browser, list.role)];
      const name = `Mine ${Date.now()}`;
      await page.goto(withQuery(list.path, list.filter));
      await saveAs(page, name, { opensFirst: true });
      await tab.goto(list.path);
      await expect(tab).toHaveURL(/view=/);
      await expect(tab.getByRole('link', { name: new RegExp(name) })).toHaveAttribute('aria-current', 'page');

      for (const [each, change] of [
        [tab, tab.getByRole('columnheader', { name: list.sorted }).getByRole('button')],
        [page, page.getByRole('button', { name: 'Remove Status' })],
      ] as const) {
        await change.click();
        await each.getByRole('button', { name: 'Save changes' }).click();
        await each
          .getByRole('dialog')
          .getByRole('button', { name: `Save changes to “${name}”` })
          .click();
      }
      await expect(tab.getByRole('dialog')).toBeHidden();
      await expect(page.getByText('This view was changed in another tab')).toBeVisible();
      await page.getByRole('button', { name: 'Save as a new view' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill(`${name} too`);
      await page.getByRole('button', { name: 'Save as a new view' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();

      await page.getByRole('link', { name: 'All', exact: true }).click();
      await expect(page).toHaveURL(/[?&]view=all$/);
      await remove(page, `${name} too`);
      await remove(page, name);
      await page.goto(list.path);
      expect(page.url().endsWith(list.path)).toBe(true);
      await page.close();
      await tab.close();
    });
  });
}

async function expectAsAsked(
  page: Page,
  { says, sorted, heads }: (typeof lists)[number],
  shown: string,
): Promise<void> {
  await expect.poll(() => texts(page)).toBe(shown);
  await expect(page.getByRole('button', { name: says })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: sorted })).toHaveAttribute('aria-sort', 'ascending');
  const titles = await page.locator('table.t thead th').allInnerTexts();
  expect(titles.map((each) => each.trim()).filter((each) => heads.includes(each))).toEqual(heads);
  expect(titles).toHaveLength(heads.length + 2);
}

async function saveAs(page: Page, name: string, { opensFirst }: { opensFirst: boolean }): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('checkbox', { name: /^Opens first/ }).setChecked(opensFirst);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function remove(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: new RegExp(`^${name}( ?opens first)?$`) })
    .click();
  await page.getByRole('button', { name: 'Edit view' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove view' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

const long = 'x'.repeat(10_000);
const badAddresses: readonly (readonly [what: string, address: string, note: RegExp | null])[] = [
  ['10,000 characters', `/operations?reference=${long}`, /at most 200 characters/],
  ['NUL', '/operations?reference=FT%00', /not known and was left out/],
  ['marks of writing direction', '/operations?reference=%E2%80%AEFT', /cannot be seen/],
  ['two characters inside names', '/operations?document=ab', /at least three characters/],
  ['a broken escape', '/operations?reference=%ED%A0%80', null],
  ['%', '/operations?document=%25%25%25', null],
  ['_', '/operations?document=___', null],
  ['\\', '/operations?document=%5C%5C%5C', null],
  ['size=1000000', '/operations?size=1000000', /25, 50 or 100/],
  ['a range that ends before it begins', '/operations?from=2026-11-20&to=2026-11-01', /end before they begin/],
  ['a range that is too long', '/operations?from=2025-01-01&to=2026-11-01', /Only 90 days are shown/],
  ['days beside a period', '/operations?from=2026-11-20&period=today', /both days and a period/],
  ['a place whose row is gone', '/operations?after=019b0000-0000-7000-8000-000000000000', null],
  ['a place that is none', '/operations?after=1', /Page: the value in the address is not known/],
  ['columns that are none', '/operations?columns=received,password_hash', /Columns: the value/],
  ['a view that is not mine', '/operations?view=01900000-0000-7000-8000-000000000001', null],
];

test('what an address holds that cannot be read is left out, with a sentence', async ({ browser }) => {
  const page = await openAs(browser, 'administrator');
  for (const [what, address, note] of badAddresses) {
    const answer = await page.goto(address);
    expect(answer?.status(), what).toBe(200);
    const notice = page.locator('.notice');
    if (note) await expect(notice, what).toContainText(note);
    else await expect(notice, what).toHaveCount(0);
    await expect(page.locator('table.t tbody tr, .empty').first(), what).toBeVisible();
  }
  await page.close();
});

test('on a phone the filters fold to one button, and a row is a card that opens', async ({ browser }) => {
  await onPhone(browser, async (page) => {
    await page.goto('/operations?status=COMPLETED');
    await page.getByRole('button', { name: 'Filters 1' }).click();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page).toHaveURL(/\/operations$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await rows(page).first().click();
    await expect(page).toHaveURL(/\/operations\/[0-9a-f-]{36}/);
  });
});

async function onPhone(browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await openAs(browser, 'partner', { width: 390 });
  await work(page);
  await page.close();
}
