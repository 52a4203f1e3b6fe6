import { type Browser, expect, type Page, test } from '@playwright/test';
import type { DocumentValidation } from '@/lib/services/documents/validate';
import { codeOnPhone, sandbox, signInThere, turn } from '../sandbox';
import { open } from '../screens';
import { openAs } from '../session';
import { openSigned } from '../signed-document';
import { inTheme, take } from './take';

// What only a doing shows: how enrolments and renewals go on and end, what a validation finds, the sandbox's own pages.

const looks = [
  ['en', 'light', 1440],
  ['pt', 'dark', 1440],
  ['pt', 'light', 390],
  ['en', 'dark', 390],
] as const;

const speak = (page: Page, language: string) =>
  page.context().addCookies([{ name: 'locale', value: language, url: test.info().project.use.baseURL ?? '' }]);

/** The page where it stands, in every look; `again` brings it back to where it was after it was loaded anew. */
async function inEveryLook(page: Page, name: string, again?: () => Promise<unknown>): Promise<void> {
  for (const [language, theme, width] of looks) {
    await speak(page, language);
    await page.setViewportSize({ width, height: width < 640 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: theme });
    await page.reload();
    await again?.();
    await inTheme(page, theme);
    await take(page, [name, width, theme, language]);
  }
  await speak(page, 'en');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The authority's own page, where nobody is signed in. */
async function pictureConsent(browser: Browser, address: string): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await inEveryLook(page, 'state sandbox consent');
  await inEveryLook(page, 'state sandbox wrong password', () => press(page, 'Allow'));
  await page.close();
}

async function begin(page: Page, alias: string | null): Promise<void> {
  if (alias === null) await page.goto('/certificates/new');
  else {
    await page.goto('/certificates');
    await page.getByRole('link', { name: alias }).first().click();
    await press(page, 'Renew access');
  }
  await press(page, 'Go on at the authority');
}

test('enrolment, step by step', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await openAs(browser, 'issuer', { fresh: true });
  await begin(page, null);
  await page.waitForURL(/oauth2/);
  await pictureConsent(browser, page.url());
  await signInThere(page);
  await expect(page.getByRole('button', { name: 'Use this one' }).first()).toBeVisible();
  await inEveryLook(page, 'state choice of a credential');
  const row = page.getByRole('listitem').filter({ hasText: 'Padaria Central Seal 2027' });
  await row.getByRole('button', { name: 'Use this one' }).click();
  await expect(page.getByLabel('PIN of the credential')).toBeVisible();
  await inEveryLook(page, 'state PIN and code');
  await page.getByLabel('PIN of the credential').fill('9999');
  await page.getByLabel('Code that the authority sent').fill('000000');
  await press(page, 'Confirm');
  await expect(page.getByText('The PIN is wrong.')).toBeVisible({ timeout: 20_000 });
  await inEveryLook(page, 'state wrong PIN');
  const phone = await page.context().newPage();
  await phone.goto(`${sandbox}/phone`);
  await inEveryLook(phone, 'state sandbox phone');
  await turn(page, 'faults', { method: 'credentials/authorize', kind: 'error', times: 1 });
  await page.getByLabel('PIN of the credential').fill('1234');
  await page.getByLabel('Code that the authority sent').fill(await codeOnPhone(page, 'Padaria Central Seal 2027'));
  await press(page, 'Confirm');
  await expect(page.getByText('We ask again for you')).toBeVisible({ timeout: 30_000 });
  await inEveryLook(page, 'state not confirmed');
  // An enrolment under way is gone on with, so that the next test could not begin one.
  await expect(page.getByText('Done: the access was granted')).toBeVisible({ timeout: 120_000 });
});

test('enrolment that is given up, that the account has nothing for, that cannot reach the authority', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const page = await openAs(browser, 'issuer', { fresh: true });
  await begin(page, null);
  await signInThere(page);
  await press(page, 'Give up');
  await expect(page.getByText('You gave up.')).toBeVisible({ timeout: 30_000 });
  await inEveryLook(page, 'state given up');
  await turn(page, 'faults', { method: 'oauth2/token', kind: 'error', times: 9 });
  await begin(page, null);
  await signInThere(page);
  await expect(page.getByText('answer was lost').or(page.getByText('could not be reached'))).toBeVisible({
    timeout: 60_000,
  });
  await inEveryLook(page, 'state token without answer');
  await turn(page, 'faults', { method: 'oauth2/token', kind: 'error', times: 0 });
});

test('renewal: cancelled, of another account, granted', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await openAs(browser, 'issuer', { fresh: true });
  await page.goto('/certificates');
  await page.getByRole('link', { name: 'Selo principal' }).first().click();
  await expect(page.getByRole('button', { name: 'Renew access' })).toBeVisible();
  await inEveryLook(page, 'state certificate about to end');
  await press(page, 'Renew access');
  await inEveryLook(page, 'state renewal asked', async () => {
    await page.getByRole('button', { name: /^(Renew access|Renovar acesso)$/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });
  await begin(page, 'Selo principal');
  await signInThere(page, 'Cancel');
  await expect(page.getByText('You cancelled on the authority’s page. Nothing has changed.')).toBeVisible();
  await inEveryLook(page, 'state renewal cancelled');
  await begin(page, 'Selo principal');
  await signInThere(page, 'Allow', 'issuer2');
  await expect(page.getByText('does not have this credential')).toBeVisible({ timeout: 30_000 });
  await inEveryLook(page, 'state renewal other account');
  await begin(page, 'Selo principal');
  await signInThere(page);
  await expect(page.getByLabel('PIN of the credential')).toBeVisible();
  await inEveryLook(page, 'state renewal PIN');
  await page.getByLabel('PIN of the credential').fill('1234');
  await page.getByLabel('Code of your generator').fill('424242');
  await press(page, 'Confirm');
  await expect(page.getByText('Done: the access was granted')).toBeVisible({ timeout: 20_000 });
  await inEveryLook(page, 'state renewal granted');
  await page.getByRole('link', { name: 'Open the certificate' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Replaced' })).toHaveCount(1);
  await inEveryLook(page, 'state certificate renewed');
});

/** What a validation would have answered, of the answer that it gave. */
type Spoil = (given: DocumentValidation) => DocumentValidation;
function signature({ detailed }: DocumentValidation) {
  const [first] = detailed.signatures;
  if (!first) throw new Error('The document that is pictured is not signed.');
  return first;
}
const withSignatures = (given: DocumentValidation, signatures: DocumentValidation['detailed']['signatures']) => ({
  ...given,
  detailed: { ...given.detailed, ...worst(signatures), signatures },
});
const worst = ([first]: DocumentValidation['detailed']['signatures']) => ({
  indication: first?.indication ?? null,
  subIndication: first?.subIndication ?? null,
});
const failed: Spoil = (given) => ({
  ...withSignatures(given, [
    {
      ...signature(given),
      ...{ indication: 'TOTAL-FAILED', subIndication: 'HASH_FAILURE', level: null },
      checks: signature(given).checks.map((each) => ({
        ...each,
        result:
          each.check === 'digest'
            ? 'failed'
            : ['later-changes', 'revocation'].includes(each.check)
              ? 'skipped'
              : each.result,
      })),
    },
  ]),
  document: { ...given.document, isAsRegistered: false },
});
const undecided: Spoil = (given) =>
  withSignatures(given, [
    {
      ...signature(given),
      ...{ indication: 'INDETERMINATE', subIndication: 'NO_CERTIFICATE_CHAIN_FOUND', level: 'B-B' },
      ...{ signedAt: null, timeStampedBy: null, coversAll: false },
      checks: signature(given).checks.map((each) => ({
        ...each,
        result: each.check === 'path' ? 'failed' : each.check === 'time-stamp' ? 'warning' : each.result,
      })),
    },
  ]);
const verdicts: Readonly<Record<string, Spoil>> = {
  'report good': (given) => given,
  'report failed': failed,
  'report undecided': undecided,
  'report of two': (given) => {
    return withSignatures(given, [signature(given), { ...signature(undecided(given)), field: 'Signature2' }]);
  },
  'report unsigned': (given) => withSignatures(given, []),
  'report of what is no PDF': (given) => ({
    ...given,
    detailed: { ...given.detailed, indication: 'TOTAL-FAILED', subIndication: 'FORMAT_FAILURE', signatures: [] },
  }),
};

const validate = async (page: Page) => {
  await page.getByRole('button', { name: /^(Validate|Validar)$/ }).click();
  await expect(page.getByRole('button', { name: /^(Validate again|Validar outra vez)$/ })).toBeVisible();
};

for (const [name, spoil] of Object.entries(verdicts)) {
  for (const role of name === 'report good'
    ? (['administrator', 'issuer', 'auditor'] as const)
    : (['issuer'] as const)) {
    test(`${name}, ${role}`, async ({ browser }) => {
      const page = await openSigned(browser, role);
      await page.route('**/validation', async (route) => {
        const given: DocumentValidation = await (await route.fetch()).json();
        await route.fulfill({ json: spoil(given) });
      });
      await inEveryLook(page, `state ${name} ${role}`, () => validate(page));
      await page.close();
    });
  }
}

test('validation that does not answer', async ({ browser }) => {
  const page = await openSigned(browser, 'issuer');
  await page.route('**/validation', (route) => route.fulfill({ status: 503, json: { code: 'unavailable' } }));
  await inEveryLook(page, 'state report unavailable', () =>
    page.getByRole('button', { name: /^Valid(ate|ar)$/ }).click(),
  );
});

test('authority: checked, and what is wrong with what was typed', async ({ browser }) => {
  const page = await openAs(browser, 'administrator', { fresh: true });
  await open(page, 'first authority');
  await press(page, 'Check connection');
  await expect(page.getByText(/^Answered/)).toBeVisible({ timeout: 20_000 });
  await inEveryLook(page, 'state authority checked');
  await page.goto('/configuration/authorities/new');
  await inEveryLook(page, 'state authority at fault', async () => {
    await page.locator('[name=baseUrl]').fill('https://169.254.169.254/csc');
    await page.locator('[name=trustedRoots]').fill('-----BEGIN CERTIFICATE-----');
    await page.locator('[name=accessDays]').fill('0');
    await page.locator('.savebar button[type=submit]').click();
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
  });
});

test('empty wallet', async ({ browser }) => {
  const page = await openAs(browser, 'issuer', { fresh: true });
  await page.goto('/wallets/new');
  await page.getByLabel('Name').fill('Carteira das lojas do norte');
  await page.getByRole('button', { name: 'Create wallet' }).click();
  await page.waitForURL(/wallets\/[0-9a-f-]{36}/);
  await inEveryLook(page, 'state empty wallet');
});
