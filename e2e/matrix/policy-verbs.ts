import { companies, everybody, readers, validators } from './policy';
import { certificateVerbs } from './policy-certificates';
import type { AboutMaking, VerbLine } from './policy-lines';

export const isAboutMaking = (about: VerbLine['about']): about is AboutMaking =>
  typeof about !== 'string' && 'refuses' in about;

/** Sound fields of a company and of a status, beside id and version. */
const contactData = { email: 'a@b.test', contact: 'x', invoiceAddress: 'x', language: 'pt' };
const suspension = { status: 'suspended', reason: 'x' };

const invitation = { role: 'issuer', company: 'PRT.000000001', email: 'a@b.test', name: 'x', language: 'pt' };
const grant = {
  issuer: '',
  email: 'a@b.test',
  name: 'x',
  from: '2026-01-01',
  to: '2026-01-02',
  reason: '',
  language: 'pt',
};

const made = {
  country: 'PRT',
  vat: '509442013',
  name: 'x',
  email: 'a@b.test',
  invoiceAddress: 'x',
  contact: 'x',
  language: 'pt',
  operatorName: 'x',
  operatorEmail: 'c@d.test',
};

/** Section 6, by verb. */
export const verbLines: Record<string, VerbLine> = {
  'operations.list': { who: everybody, about: 'list' },
  'operations.count': { who: everybody, about: 'count' },
  'operations.options': { who: everybody, about: 'options' },
  'operations.export': { who: everybody, about: 'export' },
  'exports.record': { who: everybody, about: 'export-order' },
  'exports.start': { who: everybody, about: 'export-order' },
  'exports.list': { who: everybody, about: 'own-exports' },
  'exports.get': { who: everybody, about: 'own-run' },
  'exports.fetch': { who: everybody, about: 'own-run' },
  'exports.piece': { who: everybody, about: 'own-piece' },
  'exports.cancel': { who: everybody, about: 'own-run' },
  'operations.get': { who: everybody, about: 'operation' },
  'documents.list': { who: everybody, about: 'documents' },
  'documents.count': { who: everybody, about: 'documents-count' },
  'documents.export': { who: everybody, about: 'documents-export' },
  'documents.get': { who: everybody, about: 'document' },
  'documents.content': { who: readers, about: 'content' },
  'documents.validate': { who: validators, about: 'validation' },
  'dashboard.consumption': { who: companies, about: 'consumption' },
  'dashboard.export': { who: companies, about: 'consumption-table' },
  'home.today': { who: companies, about: 'today' },
  'home.recent': { who: everybody, about: 'recent' },
  'home.attention': { who: everybody, about: 'attention' },
  'home.needs': { who: companies, about: 'needs' },
  'home.views': { who: everybody, about: 'own-home-views' },
  'home.records': { who: ['auditor'], about: 'records' },
  'subjects.list': { who: ['auditor'], about: 'subjects' },
  'views.list': { who: everybody, about: 'own-views' },
  'views.save': { who: everybody, about: 'own-view-save' },
  'views.rename': { who: everybody, about: 'own-view-rename' },
  'views.remove': { who: everybody, about: 'own-view-remove' },
  'views.makeDefault': { who: everybody, about: 'own-view-default' },
  'columns.save': { who: everybody, about: 'own-columns' },
  'activity.list': { who: companies, about: 'activity' },
  'activity.own': { who: everybody, about: 'own-activity' },
  'issuers.list': { who: ['administrator', 'partner'], about: 'directory' },
  'issuers.count': { who: ['administrator', 'partner'], about: 'directory-count' },
  'issuers.export': { who: ['administrator', 'partner'], about: 'directory-export' },
  'issuers.get': { who: companies, about: { thing: 'issuer' } },
  'issuers.edit': { who: companies, about: { thing: 'issuer', write: true, input: contactData } },
  'issuers.change_status': {
    who: companies,
    about: { thing: 'issuer', write: true, whileSuspended: true, input: suspension },
  },
  'partners.list': { who: ['administrator'], about: 'directory' },
  'partners.count': { who: ['administrator'], about: 'directory-count' },
  'partners.export': { who: ['administrator'], about: 'directory-export' },
  'partners.get': { who: ['administrator', 'partner'], about: { thing: 'partner' } },
  'partners.edit': { who: ['administrator', 'partner'], about: { thing: 'partner', write: true, input: contactData } },
  'partners.change_status': {
    who: ['administrator', 'partner'],
    about: { thing: 'partner', write: true, input: suspension },
  },
  'partners.change_type': {
    who: ['administrator'],
    about: { thing: 'partner', write: true, input: { type: 'RESELLER', when: 'midnight' } },
  },
  'home.start': { who: companies, about: 'nobodys' },
  'bundles.edited': { who: ['administrator'], about: 'nobodys' },
  'bundles.save': {
    who: ['administrator'],
    about: {
      refuses: [
        {},
        { code: 'x', version: 0, namePt: 'x', nameEn: 'x', signatures: 1 },
        { code: 'STANDARD', version: 0, namePt: 'x', nameEn: 'x', signatures: -1 },
      ],
    },
  },
  'operators.list': { who: companies, about: 'directory' },
  'operators.count': { who: companies, about: 'directory-count' },
  'operators.export': { who: companies, about: 'directory-export' },
  'operators.get': { who: companies, about: { thing: 'operator' } },
  'operators.rename': { who: companies, about: { thing: 'operator', write: true, input: { name: 'x' } } },
  'operators.change_status': { who: companies, about: { thing: 'operator', write: true, input: suspension } },
  'operators.invite': {
    who: companies,
    about: {
      refuses: [
        {},
        { ...invitation, email: 'x' },
        { ...invitation, status: 'active' },
        { ...invitation, role: 'root' },
      ],
    },
  },
  'operators.resend_invitation': { who: companies, about: { thing: 'operator', write: true } },
  'operators.revoke_invitation': { who: companies, about: { thing: 'operator', write: true } },
  'operators.send_redefinition': { who: companies, about: { thing: 'operator', write: true } },
  'operators.end_sessions': { who: companies, about: { thing: 'operator', write: true } },
  'accesses.list': { who: companies, about: 'directory' },
  'accesses.count': { who: companies, about: 'directory-count' },
  'accesses.export': { who: companies, about: 'directory-export' },
  'accesses.get': { who: companies, about: { thing: 'access' } },
  'accesses.grant': {
    who: ['administrator', 'issuer'],
    // The last one is sound, and over.
    about: { refuses: [{}, { ...grant, to: '2025-01-01' }, { ...grant, auditorId: 'x' }, grant] },
  },
  'accesses.extend': {
    who: ['administrator', 'issuer'],
    about: { thing: 'access', write: true, input: { to: '2099-01-01' } },
  },
  'accesses.end': { who: ['administrator', 'issuer'], about: { thing: 'access', write: true } },
  'subscriptions.list': { who: ['administrator', 'partner'], about: 'directory' },
  'subscriptions.count': { who: ['administrator', 'partner'], about: 'directory-count' },
  'subscriptions.export': { who: ['administrator', 'partner'], about: 'directory-export' },
  'subscriptions.get': { who: ['administrator', 'partner'], about: { thing: 'issuer' } },
  'subscriptions.approve': { who: ['administrator', 'partner'], about: { thing: 'issuer', write: true } },
  'subscriptions.reject': {
    who: ['administrator', 'partner'],
    about: { thing: 'issuer', write: true, input: { reason: 'x' } },
  },
  'issuers.create': {
    who: ['administrator', 'partner'],
    about: {
      refuses: [
        {},
        { ...made, vat: '509442012', bundle: 'STANDARD', partner: '' },
        { ...made, bundle: 'STANDARD', partner: '', status: 'active' },
      ],
    },
  },
  'partners.create': {
    who: ['administrator'],
    about: { refuses: [{}, { ...made, type: 'HOUSE' }, { ...made, vat: '1', type: 'RESELLER' }] },
  },
  'bundles.list': { who: companies, about: 'bundles' },
  'mails.list': { who: ['administrator'], about: 'directory' },
  'mails.count': { who: ['administrator'], about: 'directory-count' },
  'mails.export': { who: ['administrator'], about: 'directory-export' },
  'mails.get': { who: ['administrator'], about: { thing: 'mail' } },
  'mails.resend': { who: ['administrator'], about: { thing: 'mail', write: true } },
  ...certificateVerbs,
  'profile.view': { who: everybody, about: 'oneself' },
  'profile.sessions': { who: everybody, about: 'oneself' },
  'profile.rename': { who: everybody, about: { refuses: [{}, { name: '', version: 1 }], whileSuspended: true } },
  'profile.verify': {
    who: everybody,
    about: { refuses: [{}, { password: 'x', role: 'administrator' }], whileSuspended: true },
  },
  'profile.change_password': {
    who: everybody,
    about: {
      refuses: [{}, { current: 'x', password: 'short' }, { current: 'x', password: 'a long enough phrase', id: 'x' }],
      whileSuspended: true,
    },
  },
  'profile.end_session': { who: everybody, about: { refuses: [{}, { session: 'all' }], whileSuspended: true } },
  'second_factor.view': { who: everybody, about: 'oneself' },
  'second_factor.begin': {
    who: everybody,
    about: { refuses: [{}, { kind: 'totp', operatorId: 'x' }], whileSuspended: true },
  },
  'second_factor.confirm': { who: everybody, about: { refuses: [{}, { code: 'abcdef' }], whileSuspended: true } },
  'second_factor.renew_codes': { who: everybody, about: { refuses: [{ operatorId: 'x' }], whileSuspended: true } },
  'second_factor.remove': { who: everybody, about: { refuses: [{ operatorId: 'x' }], whileSuspended: true } },
  'security.view': { who: ['administrator'], about: 'nobodys' },
  'security.enforce': {
    who: ['administrator'],
    about: { refuses: [{}, { version: 1, root: 'on' }, { version: 'x' }] },
  },
  'profile.update': { who: everybody, about: 'own-settings' },
};
