import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { type AccountRole, openAs } from '../session';

const numberIn = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''));
const matching = async (page: Page): Promise<number> => numberIn(await page.locator('h1 .count').textContent());

/** Headers of the list in their order, between the boxes to tick and the actions. */
const shown = async (page: Page): Promise<string[]> =>
  (await page.locator('thead th').allTextContents()).slice(1, -1).map((header) => header.trim());

/** What the dialog announces, once it has counted. */
async function announced(page: Page): Promise<number> {
  const sentence = page.getByRole('dialog').getByText(/^Exports [\d,]+ operation/);
  await expect(page.getByRole('dialog').getByText('Received', { exact: false }).first()).toBeVisible();
  return numberIn(await sentence.textContent());
}

/** Rows of a CSV file as the browser saved it, and its last line. */
async function saved(page: Page): Promise<{ rows: number; header: string; last: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  const said = lines.filter((line) => /^\uFEFF?#/.test(line));
  return { rows: lines.length - said.length - 1, header: lines[3] ?? '', last: lines.at(-1) ?? '' };
}

const asked: Record<AccountRole, string> = {
  administrator: '/operations?status=FAILED&columns=reference,status,received',
  partner: '/operations?period=last-7-days&columns=reference,status,received',
  issuer: '/operations?sort=oldest&columns=reference,status,received',
  auditor: '/operations?type=HASH&columns=reference,status,received',
};

for (const [role, address] of Object.entries(asked) as [AccountRole, string][]) {
  test(`${role}: what the list counts, the dialog announces and the file holds, by keyboard alone`, async ({
    browser,
  }) => {
    const page = await openAs(browser, role);
    await page.goto(address);
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Enter');
    const rows = await announced(page);
    const headers = await shown(page);
    expect(headers).toContain('External reference');
    expect(rows).toBe(await matching(page));
    await page.getByRole('dialog').getByRole('button', { name: 'Download', exact: true }).focus();
    const file = await saved(page);
    expect(file.rows).toBe(rows);
    expect(file.header.split(',')).toEqual(headers);
    expect(file.last).toMatch(new RegExp(`^# End: ${rows} rows?$`));
    await expect(page.getByText(/rows? (was|were) exported to operations-/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
    await page.close();
  });
}

test('an export in the background goes on without its page, is found again, and is fetched', async ({ browser }) => {
  const page = await openAs(browser, 'administrator');
  await page.goto('/operations');
  const started = await page.evaluate(async () => {
    const answer = await fetch('/api/exports/operations?format=csv&status=FAILED&columns=reference', {
      method: 'POST',
    });
    return { status: answer.status, state: (await answer.json()).state };
  });
  expect(started).toEqual({ status: 202, state: 'waiting' });
  await page.goto('/operations?status=FAILED');
  const rows = await matching(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const line = page.getByRole('dialog').getByRole('listitem').first();
  await expect(line).toContainText('Ready', { timeout: 20_000 });
  expect(numberIn((await line.textContent())?.match(/([\d,]+) rows/)?.[1] ?? null)).toBe(rows);
  await line.getByRole('link', { name: /^Download/ }).focus();
  expect(await saved(page)).toMatchObject({ rows, header: 'External reference', last: `# End: ${rows} rows` });
  await page.close();
});
