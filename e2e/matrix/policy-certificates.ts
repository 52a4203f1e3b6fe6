import type { ActionLine } from './action-line';
import type { RoleName } from './people';
import type { PageLine, VerbLine } from './policy-lines';

/**
 * Section 6, Certificates and wallets: administrator and partner look, an issuer's operators act; certificate
 * authorities are the administrator's (System configuration).
 */
const administrator: readonly RoleName[] = ['administrator'];
const issuer: readonly RoleName[] = ['issuer'];
const companies: readonly RoleName[] = ['administrator', 'partner', 'issuer'];
const above: readonly RoleName[] = ['administrator', 'partner'];

const authority = {
  name: 'x',
  type: 'csc-v1',
  baseUrl: 'https://ca.example.com',
  oauthUrl: '',
  clientId: 'x',
  clientSecret: 'x',
  scopes: '',
  timeStampUrl: '',
  accessDays: 60,
  accessSignatures: 1000,
  warnDays: 7,
  warnPercent: 90,
};
const wallet = '01900000-0000-7000-8000-000000000000';

export const certificatePages: Record<string, PageLine> = {
  '/configuration/authorities': { who: administrator, about: 'plain' },
  '/configuration/authorities/new': { who: administrator, about: 'plain' },
  '/configuration/authorities/[id]': { who: administrator, about: { thing: 'authority' } },
  '/configuration/authorities/[id]/edit': { who: administrator, about: { thing: 'authority' } },
  '/configuration/authorities/[id]/activity': { who: administrator, about: { thing: 'authority' } },
  '/certificates': { who: companies, about: 'plain' },
  '/certificates/new': { who: issuer, about: 'makes' },
  '/certificates/return': { who: issuer, about: 'plain' },
  '/certificates/flow/[id]': { who: issuer, about: { thing: 'flow' } },
  '/certificates/[id]': { who: companies, about: { thing: 'certificate' } },
  '/certificates/[id]/edit': { who: issuer, about: { thing: 'certificate', edits: true } },
  '/certificates/[id]/activity': { who: companies, about: { thing: 'certificate' } },
  '/wallets': { who: companies, about: 'plain' },
  '/wallets/new': { who: issuer, about: 'makes' },
  '/wallets/[id]': { who: companies, about: { thing: 'wallet' } },
  '/issuers/[id]/certificates': { who: companies, about: { thing: 'issuer' } },
  '/issuers/[id]/wallets': { who: companies, about: { thing: 'issuer' } },
  '/partners/[id]/certificates': { who: above, about: { thing: 'partner' } },
  '/partners/[id]/wallets': { who: above, about: { thing: 'partner' } },
};

export const certificateVerbs: Record<string, VerbLine> = {
  'authorities.list': { who: administrator, about: 'directory' },
  'authorities.count': { who: administrator, about: 'directory-count' },
  'authorities.export': { who: administrator, about: 'directory-export' },
  'authorities.get': { who: administrator, about: { thing: 'authority' } },
  'authorities.create': {
    who: administrator,
    about: {
      refuses: [{}, { ...authority, baseUrl: 'http://10.0.0.1' }, { ...authority, status: 'active' }],
    },
  },
  'authorities.edit': { who: administrator, about: { thing: 'authority', write: true, input: authority } },
  'authorities.change_status': {
    who: administrator,
    about: { thing: 'authority', write: true, input: { status: 'suspended' } },
  },
  'authorities.check': { who: administrator, about: { refuses: [{}, { id: 'x' }] } },
  'certificates.list': { who: companies, about: 'directory' },
  'certificates.count': { who: companies, about: 'directory-count' },
  'certificates.export': { who: companies, about: 'directory-export' },
  'certificates.get': { who: companies, about: { thing: 'certificate' } },
  'certificates.file': { who: companies, about: { thing: 'certificate', input: { part: 'chain' } } },
  'certificates.edit': { who: issuer, about: { thing: 'certificate', write: true, input: { alias: 'x', wallet } } },
  'certificates.options': { who: issuer, about: 'nobodys' },
  'certificates.warnings': { who: issuer, about: 'nobodys' },
  'certificates.enrol': { who: issuer, about: { refuses: [{}, { authority: 'x', wallet: 'x' }] } },
  'certificates.renew': { who: issuer, about: { refuses: [{}, { id: 'x' }] } },
  'certificates.flow': { who: issuer, about: { thing: 'flow' } },
  'certificates.flow_return': { who: issuer, about: 'flow-return' },
  'certificates.resume': { who: issuer, about: { refuses: [{}, { state: 'x' }] } },
  'certificates.choose': { who: issuer, about: { refuses: [{}, { flow: 'x', credential: 'x' }] } },
  'certificates.prove': { who: issuer, about: { refuses: [{}, { flow: 'x', pin: 'x', otp: 'x' }] } },
  'certificates.send_code': { who: issuer, about: { refuses: [{}, { flow: 'x' }] } },
  'certificates.cancel': { who: issuer, about: { refuses: [{}, { flow: 'x' }] } },
  'wallets.list': { who: companies, about: 'directory' },
  'wallets.count': { who: companies, about: 'directory-count' },
  'wallets.export': { who: companies, about: 'directory-export' },
  'wallets.get': { who: companies, about: { thing: 'wallet' } },
  'wallets.create': { who: issuer, about: { refuses: [{}, { name: '' }, { name: 'x', principal: true }] } },
  'wallets.rename': { who: issuer, about: { thing: 'wallet', write: true, input: { name: 'x' } } },
  'wallets.choose_current': { who: issuer, about: { thing: 'wallet', write: true, input: { certificate: wallet } } },
  'wallets.delete': { who: issuer, about: { thing: 'wallet', write: true } },
};

const text = Object.fromEntries(Object.entries(authority).map(([name, value]) => [name, String(value)]));
const authorityPage = '/configuration/authorities/[id]';

export const certificateActions: Record<string, ActionLine> = {
  'configuration/authorities/new/actions.ts#create': {
    page: '/configuration/authorities/new',
    who: administrator,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { ...text, baseUrl: 'http://10.0.0.1' }] },
  },
  'configuration/authorities/[id]/actions.ts#edit': {
    page: `${authorityPage}/edit`,
    who: administrator,
    changes: 'nothing',
    takes: { thing: 'authority', fields: text, malformed: [{}] },
  },
  'configuration/authorities/[id]/actions.ts#changeStatus': {
    page: authorityPage,
    who: administrator,
    changes: 'nothing',
    takes: { thing: 'authority', fields: { status: 'suspended' }, malformed: [{}] },
  },
  'configuration/authorities/[id]/actions.ts#check': {
    page: '/configuration/authorities',
    who: administrator,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { id: 'x' }] },
  },
  'certificates/new/actions.ts#enrol': {
    page: '/certificates/new',
    who: issuer,
    changes: 'nothing',
    takes: { form: [], stops: true, malformed: [{}, { authority: 'x', wallet: 'x' }] },
  },
  'certificates/[id]/actions.ts#renew': {
    page: '/certificates',
    who: issuer,
    changes: 'nothing',
    takes: { form: [], stops: true, malformed: [{}, { id: 'x' }] },
  },
  'certificates/[id]/actions.ts#edit': {
    page: '/certificates/[id]/edit',
    who: issuer,
    changes: 'nothing',
    takes: { thing: 'certificate', fields: { alias: 'x', wallet }, malformed: [{}] },
  },
  'certificates/return/actions.ts#resume': {
    page: '/certificates/return',
    who: issuer,
    changes: 'nothing',
    takes: { form: [], stops: true, malformed: [{}, { state: 'x' }] },
  },
  ...Object.fromEntries(
    ['choose', 'prove', 'resend', 'giveUp'].map((name): [string, ActionLine] => [
      `certificates/flow/[id]/actions.ts#${name}`,
      {
        page: '/certificates/new',
        who: issuer,
        changes: 'nothing',
        takes: { form: [], stops: true, malformed: [{}, { flow: 'x' }] },
      },
    ]),
  ),
  'wallets/new/actions.ts#create': {
    page: '/wallets/new',
    who: issuer,
    changes: 'nothing',
    takes: { form: [], stops: true, malformed: [{}, { name: '' }] },
  },
  'wallets/[id]/actions.ts#rename': {
    page: '/wallets/[id]',
    who: issuer,
    changes: 'nothing',
    takes: { thing: 'wallet', fields: { name: 'x' }, malformed: [{}] },
  },
  'wallets/[id]/actions.ts#makeCurrent': {
    page: '/wallets/[id]',
    who: issuer,
    changes: 'nothing',
    takes: { thing: 'wallet', fields: { certificate: wallet }, malformed: [{}] },
  },
  'wallets/[id]/actions.ts#remove': {
    page: '/wallets/[id]',
    who: issuer,
    changes: 'nothing',
    takes: { thing: 'wallet', fields: {}, malformed: [{}] },
  },
};
