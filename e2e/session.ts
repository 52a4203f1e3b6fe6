import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/** Accounts of the demonstration (contract: demo accounts). */
export const accounts = {
  administrator: 'admin@demo.test',
  partner: 'integrator@demo.test',
  issuer: 'issuer@demo.test',
  auditor: 'auditor@demo.test',
} as const;
export type AccountRole = keyof typeof accounts;
export const accountRoles = Object.keys(accounts) as AccountRole[];
export const demoPassword = 'Demo-signstash-2026';

/** `fresh`: a session of its own, for a test that ends it. */
type Look = { language?: 'pt' | 'en'; theme?: 'light' | 'dark'; width?: number; fresh?: boolean };
type State = Awaited<ReturnType<BrowserContext['storageState']>>;
const states = new Map<AccountRole, State>();

/** Signs in by next-auth's credentials provider, once a role: a page per test need not fill in the form. */
async function stateOf(browser: Browser, role: AccountRole, fresh: boolean): Promise<State> {
  const known = fresh ? undefined : states.get(role);
  if (known) return known;
  const baseURL = base.info().project.use.baseURL ?? '';
  const context = await browser.newContext({ baseURL });
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  const answer = await context.request.post('/api/auth/callback/credentials', {
    form: { email: accounts[role], password: demoPassword, csrfToken, json: 'true' },
    headers: { origin: new URL(baseURL).origin },
  });
  expect(answer.status(), `sign-in of ${role}`).toBe(200);
  const state = await context.storageState();
  await context.close();
  if (!fresh) states.set(role, state);
  return state;
}

/** Refusals that a test asks for; and what the test's own probes are refused in mails and answers about documents, where
 * nothing runs. */
const expected = /status of (403|404|503)|^Blocked script execution in '[^']*\/api\/(mails|documents)\//;

/** A page of a role (or of nobody), in a language, theme and width. Console errors fail the test that made them. */
export async function openAs(browser: Browser, role: AccountRole | null, look: Look = {}): Promise<Page> {
  const { language = 'en', theme = 'light', width = 1440, fresh = false } = look;
  const baseURL = base.info().project.use.baseURL ?? '';
  const context = await browser.newContext({
    baseURL,
    colorScheme: theme,
    viewport: { width, height: width < 640 ? 844 : 900 },
    ...(role ? { storageState: await stateOf(browser, role, fresh) } : {}),
  });
  await context.addCookies([{ name: 'locale', value: language, url: baseURL }]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('close', () => expect(errors, 'console errors').toEqual([]));
  return page;
}
