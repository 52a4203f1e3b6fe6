import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Page, test } from '@playwright/test';
import postgres from 'postgres';
import { codeOnPhone, sandbox, signInThere, turn } from '../sandbox';
import { openAs } from '../session';

const folder = process.env.SIGNSTASH_SERVED_FOLDER ?? '';
const pin = '7301948265';

/** All that the application answered to a page: documents, their data, files. */
function heard(page: Page): () => Promise<readonly string[]> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().startsWith(sandbox)) return;
    bodies.push(response.text().catch(() => ''));
  });
  return () => Promise.all(bodies);
}

/** Enrols a credential with a PIN that stands nowhere else. @returns the code that was typed */
async function enrolCanary(page: Page): Promise<string> {
  const plan = {
    id: 'seal-canary',
    owner: 'padaria',
    commonName: 'Canary Seal',
    organisation: 'Canary',
    vat: 'PT-500100144',
  };
  const kind = {
    keyAlgorithm: 'ECDSA',
    authMode: 'explicit',
    scal: '1',
    multisign: 10,
    pin,
    otp: 'online',
    validForDays: 100,
  };
  await turn(page, 'credentials', { ...plan, ...kind });
  await page.goto('/certificates/new');
  await page.getByRole('button', { name: 'Go on at the authority' }).click();
  await signInThere(page);
  const row = page.getByRole('listitem').filter({ hasText: 'Canary Seal' });
  await row.getByRole('button', { name: 'Use this one' }).click();
  await page.getByLabel('PIN of the credential').fill(pin);
  const otp = await codeOnPhone(page, 'Canary Seal');
  await page.getByLabel('Code that the authority sent').fill(otp);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Done: the access was granted')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(page.getByText('Access: Valid')).toBeVisible();
  return otp;
}

/** What the authority gave out, and what the product proves itself with. */
function secretsOf(otp: string): readonly string[] {
  const { access } = JSON.parse(readFileSync(`${folder}/sandbox.json`, 'utf8'));
  const given = [...access.tokens, ...access.refreshTokens, ...access.sads].map(([secret]: [string]) => secret);
  expect(given.length).toBeGreaterThan(9);
  return [...given, 'sandbox-client-secret', pin, otp];
}

/** Every row of every table, as text; binary columns in hexadecimal. */
async function dumped(): Promise<ReadonlyMap<string, string>> {
  const url = new URL(process.env.SIGNSTASH_SERVED_DATABASE ?? '');
  url.pathname = '/signstash';
  const sql = postgres(url.href, { max: 1 });
  try {
    const tables = await sql`select schemaname || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') and tablename !~ '^(operations|documents|usage|content|operation_keys)'`;
    const texts = new Map<string, string>();
    for (const { name } of tables) {
      const rows = await sql.unsafe(`select t::text as row from ${name} t`);
      texts.set(String(name), rows.map(({ row }) => String(row)).join('\n'));
    }
    return texts;
  } finally {
    await sql.end();
  }
}

test('PIN, code, tokens, grants and client secret are in no answer, no log and no table', async ({ browser }) => {
  const page = await openAs(browser, 'issuer', { fresh: true });
  const answers = [heard(page)];
  const otp = await enrolCanary(page);
  const own = new URL(page.url()).pathname;
  for (const path of [
    own,
    `${own}/activity`,
    `${own}/edit`,
    '/certificates',
    '/wallets',
    '/',
    '/api/exports/certificates?format=csv',
  ])
    await page.goto(path).catch(() => {});
  const administrator = await openAs(browser, 'administrator');
  answers.push(heard(administrator));
  await administrator.goto('/configuration/authorities');
  await administrator.getByRole('link', { name: 'Sandbox CA', exact: true }).click();
  await administrator.waitForURL(/authorities\/[0-9a-f-]{36}/);
  const authority = new URL(administrator.url()).pathname;
  for (const path of [`${authority}/edit`, `${authority}/activity`, own, '/profile/activity'])
    await administrator.goto(path);
  // The data that travel when a page is changed without a load.
  for (const path of [own, authority]) {
    const flight = await administrator.request.get(path, { headers: { RSC: '1' } });
    answers.push(async () => [await flight.text()]);
  }
  // The sandbox writes what it knows every five seconds.
  await sleep(6_000);
  const secrets = secretsOf(otp);
  const texts = (await Promise.all(answers.map((all) => all()))).flat();
  expect(texts.length).toBeGreaterThan(30);
  const inHex = secrets.map((each) => Buffer.from(each).toString('hex'));
  const foundIn = (text: string) => secrets.filter((each, n) => text.includes(each) || text.includes(inHex[n] ?? each));
  expect(texts.flatMap(foundIn)).toEqual([]);
  expect(foundIn(readFileSync(`${folder}/server.log`, 'utf8'))).toEqual([]);
  for (const [table, text] of await dumped()) expect([table, foundIn(text)]).toEqual([table, []]);
});
