import type { ActionLine } from './action-line';
import { companies, everybody } from './policy';
import { certificateActions } from './policy-certificates';
import { ownActions, smuggledInto } from './policy-own-actions';

const contactData = { email: 'a@b.test', contact: 'x', invoiceAddress: 'x', language: 'pt' };

/** By `<file below app>#<name>`, groups left out. */
export const actions: Record<string, ActionLine> = {
  ...ownActions,
  ...certificateActions,
  'actions.ts#saveView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    takes: {
      form: [],
      malformed: [
        {},
        { list: 'passwords', name: 'x', query: '' },
        ...smuggledInto({ list: 'operations', name: 'x', query: '' }),
      ],
    },
  },
  'actions.ts#renameView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { id: '1', version: '1', name: 'x' }] },
  },
  'actions.ts#removeView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { id: '1', version: '1' }] },
  },
  'actions.ts#makeDefaultView': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    // Without an id the plain list stays what opens.
    takes: { form: [{ list: 'operations' }], malformed: [{}, { list: 'operations', id: 'x' }] },
  },
  'actions.ts#saveColumns': {
    page: '/operations',
    who: everybody,
    changes: 'nothing',
    // Without columns nothing is kept.
    takes: { form: [{ list: 'operations' }], malformed: [{}, { list: 'operations', columns: 'password_hash' }] },
  },
  'issuers/[id]/actions.ts#changeStatus': {
    page: '/issuers/[id]',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'issuer', fields: { status: 'suspended', reason: 'x' }, malformed: [{}], whileSuspended: true },
  },
  'issuers/[id]/actions.ts#edit': {
    page: '/issuers/[id]/edit',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'issuer', fields: contactData, malformed: [{}] },
  },
  'partners/[id]/actions.ts#changeStatus': {
    page: '/partners/[id]',
    who: ['administrator', 'partner'],
    changes: 'nothing',
    takes: { thing: 'partner', fields: { status: 'suspended', reason: 'x' }, malformed: [{}] },
  },
  'partners/[id]/actions.ts#edit': {
    page: '/partners/[id]/edit',
    who: ['administrator', 'partner'],
    changes: 'nothing',
    takes: { thing: 'partner', fields: contactData, malformed: [{}] },
  },
  'operators/[id]/actions.ts#changeStatus': {
    page: '/operators/[id]',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'operator', fields: { status: 'suspended', reason: 'x' }, malformed: [{}] },
  },
  'operators/[id]/actions.ts#rename': {
    page: '/operators/[id]',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'operator', fields: { name: 'x' }, malformed: [{}] },
  },
  'operators/new/actions.ts#invite': {
    page: '/operators/new',
    who: companies,
    changes: 'nothing',
    takes: {
      form: [],
      stops: true,
      malformed: [{}, ...smuggledInto({ company: '', email: 'x', name: 'x', language: 'pt' })],
    },
  },
  'operators/[id]/actions.ts#resend': {
    page: '/operators/[id]',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'operator', fields: {}, malformed: [{}] },
  },
  'operators/[id]/actions.ts#revoke': {
    page: '/operators/[id]',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'operator', fields: {}, malformed: [{}] },
  },
  'operators/[id]/actions.ts#redefine': {
    page: '/operators/[id]',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'operator', fields: {}, malformed: [{}] },
  },
  'operators/[id]/actions.ts#endSessions': {
    page: '/operators/[id]',
    who: companies,
    changes: 'nothing',
    takes: { thing: 'operator', fields: {}, malformed: [{}] },
  },
  'configuration/mail/[id]/actions.ts#resend': {
    page: '/configuration/mail/[id]',
    who: ['administrator'],
    changes: 'nothing',
    takes: { thing: 'mail', fields: {}, malformed: [{}] },
  },
  'accesses/new/actions.ts#grant': {
    page: '/accesses/new',
    who: ['administrator', 'issuer'],
    changes: 'nothing',
    takes: {
      form: [],
      stops: true,
      malformed: [{}, { email: 'a@b.test', name: 'x', from: 'x', to: 'y', language: 'pt' }],
    },
  },
  'accesses/[id]/actions.ts#extend': {
    page: '/accesses/[id]',
    who: ['administrator', 'issuer'],
    changes: 'nothing',
    takes: { thing: 'access', fields: { to: '2099-01-01' }, malformed: [{}] },
  },
  'accesses/[id]/actions.ts#end': {
    page: '/accesses/[id]',
    who: ['administrator', 'issuer'],
    changes: 'nothing',
    takes: { thing: 'access', fields: {}, malformed: [{}] },
  },
  'subscriptions/[id]/actions.ts#approve': {
    page: '/subscriptions/[id]',
    who: ['administrator', 'partner'],
    changes: 'nothing',
    takes: { thing: 'issuer', fields: {}, malformed: [{}] },
  },
  'subscriptions/[id]/actions.ts#reject': {
    page: '/subscriptions/[id]',
    who: ['administrator', 'partner'],
    changes: 'nothing',
    takes: { thing: 'issuer', fields: { reason: 'x' }, malformed: [{}] },
  },
  'issuers/new/actions.ts#create': {
    page: '/issuers/new',
    who: ['administrator', 'partner'],
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { country: 'PRT', vat: '1', status: 'active' }] },
  },
  'partners/new/actions.ts#create': {
    page: '/partners/new',
    who: ['administrator'],
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { country: 'PRT', vat: '1', type: 'HOUSE' }] },
  },
  'configuration/general/actions.ts#saveBundle': {
    page: '/configuration/general',
    who: ['administrator'],
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { code: 'x', version: '0', namePt: 'x', nameEn: 'x', signatures: '1' }] },
  },
  'partners/[id]/actions.ts#changeType': {
    page: '/partners/[id]',
    who: ['administrator'],
    changes: 'nothing',
    takes: { thing: 'partner', fields: { type: 'RESELLER', when: 'midnight' }, malformed: [{}] },
  },
  'configuration/general/actions.ts#enforce': {
    page: '/configuration/general',
    who: ['administrator'],
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { version: '1', root: 'on' }] },
  },
};
