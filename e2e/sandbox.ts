import { expect, type Page } from '@playwright/test';

/** Where the demonstration's sandbox authority answers. */
export const sandbox = process.env.SIGNSTASH_SANDBOX_URL ?? '';

/** Fills in the authority's own page, which the browser is sent to, and comes back with the answer. */
export async function signInThere(page: Page, answer: 'Allow' | 'Cancel' = 'Allow', account = 'padaria') {
  await page.waitForURL(/\/oauth2\/authorize/);
  await page.getByLabel('Account').fill(account);
  await page.getByLabel('Password').fill('sandbox');
  await page.getByRole('button', { name: answer }).click();
  await page.waitForURL(/\/certificates\/(return|flow)/);
}

/** The code that the phone of the sandbox's account shows for a credential; empty: none came. */
export async function codeOnPhone(page: Page, credential: string): Promise<string> {
  const phone = await (await page.request.get(`${sandbox}/phone`)).text();
  return new RegExp(`${credential}<br><code>(\\d{6})`).exec(phone)?.[1] ?? '';
}

/** Turns one of the sandbox's switches: `faults`, `clock`, `enabled` … */
export async function turn(page: Page, name: string, data: object): Promise<void> {
  const answer = await page.request.post(`${sandbox}/admin/${name}`, { data });
  expect(answer.ok(), `switch ${name}`).toBe(true);
}
