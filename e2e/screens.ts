import { expect, type Page } from '@playwright/test';
import { type AccountRole, accountRoles } from './session';

/** A page, who looks at it in the gate, and who else may (`npm run axe`). */
type Screen = { name: string; role: AccountRole | null; path: string; roles: readonly (AccountRole | null)[] };

const companies: readonly AccountRole[] = ['administrator', 'partner', 'issuer'];
export const screens: readonly Screen[] = [
  { name: 'sign-in', role: null, path: '/sign-in', roles: [null] },
  { name: 'home', role: 'partner', path: '/', roles: companies },
  { name: 'welcome', role: 'auditor', path: '/', roles: ['auditor'] },
  { name: 'dashboard', role: 'issuer', path: '/dashboard?split=service', roles: companies },
  { name: 'dashboard by status', role: 'administrator', path: '/dashboard?split=status', roles: companies },
  {
    name: 'dashboard of what is not there',
    role: 'partner',
    path: '/dashboard?service=01900000-0000-7000-8000-00000000abcd',
    roles: companies,
  },
  { name: 'operations', role: 'administrator', path: '/operations?size=25', roles: accountRoles },
  { name: 'no operation', role: 'issuer', path: '/operations?reference=nothing-like-this', roles: accountRoles },
  { name: 'operation', role: 'issuer', path: 'first operation', roles: accountRoles },
  { name: 'documents', role: 'partner', path: '/documents?size=25', roles: accountRoles },
  { name: 'hashes', role: 'administrator', path: '/documents?kind=hash&size=25', roles: accountRoles },
  { name: 'document', role: 'partner', path: 'first document', roles: accountRoles },
  { name: 'open document', role: 'issuer', path: 'open document', roles: ['issuer', 'auditor'] },
  { name: 'profile', role: 'auditor', path: '/profile', roles: accountRoles },
  { name: 'password and sessions', role: 'issuer', path: '/profile/security', roles: accountRoles },
  { name: 'own activity', role: 'auditor', path: '/profile/activity', roles: accountRoles },
  { name: 'certificates', role: 'administrator', path: '/certificates', roles: companies },
  { name: 'certificate', role: 'issuer', path: 'first certificate', roles: companies },
  { name: 'certificate form', role: 'issuer', path: 'first certificate/edit', roles: ['issuer'] },
  { name: 'certificate activity', role: 'issuer', path: 'first certificate/activity', roles: ['issuer'] },
  { name: 'enrolment', role: 'issuer', path: '/certificates/new', roles: ['issuer'] },
  { name: 'a return that is gone', role: 'issuer', path: '/certificates/return?state=x', roles: ['issuer'] },
  { name: 'wallets', role: 'administrator', path: '/wallets', roles: companies },
  { name: 'wallet', role: 'issuer', path: 'first wallet', roles: companies },
  { name: 'new wallet', role: 'issuer', path: '/wallets/new', roles: ['issuer'] },
  { name: 'authorities', role: 'administrator', path: '/configuration/authorities', roles: ['administrator'] },
  { name: 'authority', role: 'administrator', path: 'first authority', roles: ['administrator'] },
  { name: 'authority form', role: 'administrator', path: 'first authority/edit', roles: ['administrator'] },
  { name: 'new authority', role: 'administrator', path: '/configuration/authorities/new', roles: ['administrator'] },
  { name: 'operators', role: 'partner', path: '/operators', roles: companies },
  { name: 'operator', role: 'administrator', path: 'first operator', roles: companies },
  { name: 'invitation', role: 'administrator', path: '/operators/new', roles: companies },
  { name: 'audit accesses', role: 'issuer', path: '/accesses', roles: companies },
  { name: 'audit access', role: 'issuer', path: 'first access', roles: ['administrator', 'issuer'] },
  { name: 'grant', role: 'issuer', path: '/accesses/new', roles: ['administrator', 'issuer'] },
  { name: 'issuers', role: 'partner', path: '/issuers', roles: ['administrator', 'partner'] },
  { name: 'issuer', role: 'partner', path: 'first issuer', roles: ['administrator', 'partner'] },
  { name: 'own company', role: 'issuer', path: '/company', roles: ['partner', 'issuer'] },
  { name: 'new issuer', role: 'partner', path: '/issuers/new', roles: ['administrator', 'partner'] },
  { name: 'certificates of an issuer', role: 'partner', path: 'first issuer/certificates', roles: ['partner'] },
  { name: 'wallets of an issuer', role: 'partner', path: 'first issuer/wallets', roles: ['partner'] },
  { name: 'partners', role: 'administrator', path: '/partners', roles: ['administrator'] },
  { name: 'partner', role: 'administrator', path: 'first partner', roles: ['administrator'] },
  { name: 'new partner', role: 'administrator', path: '/partners/new', roles: ['administrator'] },
  { name: 'pending validations', role: 'partner', path: '/subscriptions', roles: ['administrator', 'partner'] },
  { name: 'general configuration', role: 'administrator', path: '/configuration/general', roles: ['administrator'] },
  { name: 'mail', role: 'administrator', path: '/configuration/mail', roles: ['administrator'] },
  { name: 'forgotten password', role: null, path: '/forgot-password', roles: [null] },
  { name: 'a link that is gone', role: null, path: '/activate/nothing', roles: [null] },
  { name: 'subscription of an issuer', role: null, path: '/subscribe/issuer', roles: [null] },
  { name: 'subscription of a partner', role: null, path: '/subscribe/partner', roles: [null] },
  { name: 'not found', role: 'partner', path: '/operations/nonsense', roles: accountRoles },
  { name: 'forbidden', role: 'auditor', path: '/dashboard', roles: ['auditor'] },
];

/**
 * Where the first of a list is opened, then perhaps a tab of it (`first issuer/wallets`). The demonstration's documents
 * with content are named by their series.
 */
const firstOf: Readonly<Record<string, string>> = {
  'first operation': '/operations?size=25',
  'first document': '/documents?size=25',
  'first operator': '/operators',
  'first certificate': '/certificates',
  'first wallet': '/wallets',
  'first authority': '/configuration/authorities',
  'first access': '/accesses',
  'first issuer': '/issuers',
  'first partner': '/partners',
  'open document': `/documents?size=25&document=FT_${new Date().getFullYear()}B_`,
};

/** Goes to a screen, and waits until it is there. */
export async function open(page: Page, path: string): Promise<void> {
  const [first = '', tab] = path.startsWith('first ') ? path.split('/') : [path];
  const list = firstOf[first];
  await page.goto(list ?? path);
  if (list !== undefined) {
    await page.locator('table tbody tr').first().getByRole('link').first().click();
    await page.waitForURL(/\/[a-z]+\/[0-9a-f-]{36}/);
    if (tab !== undefined) await page.goto(`${new URL(page.url()).pathname}/${tab}`);
  }
  if (path === 'open document') {
    await page.getByRole('button', { name: /^(Open the document|Abrir o documento)$/ }).click();
    await expect(page.locator('.pdf-text span').first()).toBeAttached();
    await page.getByRole('button', { name: /^(Validate|Validar)$/ }).click();
    await page.getByText(/^(What was checked|O que foi verificado)$/).click();
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
