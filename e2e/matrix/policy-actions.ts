import type { RoleName } from './people';
import { companies, everybody } from './policy';
import type { ThingKind } from './things';

export type ActionLine = {
  /** The page whose form it is. */
  page: string;
  who: readonly RoleName[] | 'anybody';
  /** What a permitted call changes: the caller's own row, the end of the caller's own session, nothing. */
  changes: 'own-row' | 'own-session' | 'nothing';
  /** Its arguments: one value, the form of useActionState, or none. */
  takes:
    | { value: readonly unknown[]; malformed: readonly unknown[] }
    /** `stops`: an operator of a suspended company is refused whatever it posts. */
    | { form: readonly Fields[]; malformed: readonly Fields[]; stops?: true }
    /** Posted with the id of each thing and a version that none has; `[id]` in `page` is that of one in reach. */
    | { thing: ThingKind; fields: Fields; malformed: readonly Fields[]; whileSuspended?: true };
};
type Fields = Readonly<Record<string, string>>;

/** Fields that nobody may set by asking: each makes the whole form invalid. */
const smuggled = ['id', 'operatorId', 'role', 'status', 'partnerId', 'issuerId', 'email', 'password'];
const smuggledInto = (sound: Fields): readonly Fields[] =>
  smuggled.map((name) => ({
    ...sound,
    [name]: name === 'role' ? 'administrator' : '01900000-0000-7000-8000-000000000001',
  }));

const contactData = { email: 'a@b.test', contact: 'x', invoiceAddress: 'x', language: 'pt' };

/** Section 6: Profile, own credentials, sessions: self. By `<file below app>#<name>`, groups left out. */
export const actions: Record<string, ActionLine> = {
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
  'profile/actions.ts#updateProfile': {
    page: '/profile',
    who: everybody,
    changes: 'own-row',
    takes: { form: [{ theme: 'dark' }], malformed: [{}, { theme: 'pink' }, ...smuggledInto({ theme: 'dark' })] },
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
  'configuration/general/actions.ts#enforce': {
    page: '/configuration/general',
    who: ['administrator'],
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { version: '1', root: 'on' }] },
  },
  'profile/actions.ts#rename': {
    page: '/profile',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, ...smuggledInto({ name: 'x', version: '999999' })] },
  },
  'profile/security/actions.ts#changePassword': {
    page: '/profile/security',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { current: 'x', password: 'short' }] },
  },
  'profile/security/actions.ts#endSession': {
    page: '/profile/security',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { session: 'all' }] },
  },
  'profile/security/actions.ts#prove': {
    page: '/profile/security',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { code: '1' }] },
  },
  'profile/security/actions.ts#begin': {
    page: '/profile/security',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{ operatorId: 'x' }] },
  },
  'profile/security/actions.ts#confirm': {
    page: '/profile/security',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { code: 'abcdef' }] },
  },
  'profile/security/actions.ts#remove': {
    page: '/profile/security',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{ operatorId: 'x' }] },
  },
  'profile/security/actions.ts#renewCodes': {
    page: '/profile/security',
    who: everybody,
    changes: 'nothing',
    takes: { form: [], malformed: [{ operatorId: 'x' }] },
  },
  'profile/actions.ts#saveLanguage': {
    page: '/profile',
    who: everybody,
    changes: 'own-row',
    takes: { value: ['en'], malformed: ['xx', null, { $gt: '' }] },
  },
  'profile/actions.ts#saveTheme': {
    page: '/profile',
    who: everybody,
    changes: 'own-row',
    takes: { value: ['light'], malformed: ['pink', 7, ['dark', 'light', 'x']] },
  },
  'profile/actions.ts#signOut': {
    page: '/profile',
    who: everybody,
    changes: 'own-session',
    takes: { value: [], malformed: [] },
  },
  'forgot-password/actions.ts#ask': {
    page: '/forgot-password',
    who: 'anybody',
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { email: 'x' }, { email: 'a@b.test', role: 'administrator' }] },
  },
  'activate/[token]/actions.ts#choose': {
    page: '/activate/nothing',
    who: 'anybody',
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { token: 'x', password: 'a long enough phrase of words' }] },
  },
  'reset/[token]/actions.ts#choose': {
    page: '/reset/nothing',
    who: 'anybody',
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { token: 'x', password: 'a long enough phrase of words' }] },
  },
  'sign-in/actions.ts#signIn': {
    page: '/sign-in',
    who: 'anybody',
    changes: 'nothing',
    takes: { form: [], malformed: [{ email: 'nobody@stranger.test', password: 'wrong' }, {}] },
  },
};
