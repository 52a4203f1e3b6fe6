import type { ActionLine } from './action-line';
import { everybody } from './policy';

type Fields = Readonly<Record<string, string>>;

/** Fields that nobody may set by asking: each makes the whole form invalid. */
const smuggled = ['id', 'operatorId', 'role', 'status', 'partnerId', 'issuerId', 'email', 'password'];
export const smuggledInto = (sound: Fields): readonly Fields[] =>
  smuggled.map((name) => ({
    ...sound,
    [name]: name === 'role' ? 'administrator' : '01900000-0000-7000-8000-000000000001',
  }));

/** Section 6: Profile, own credentials, sessions: self; and what whoever comes may do. */
export const ownActions: Record<string, ActionLine> = {
  'profile/actions.ts#updateProfile': {
    page: '/profile',
    who: everybody,
    changes: 'own-row',
    takes: { form: [{ theme: 'dark' }], malformed: [{}, { theme: 'pink' }, ...smuggledInto({ theme: 'dark' })] },
  },
  'subscribe/issuer/actions.ts#subscribe': {
    page: '/subscribe/issuer',
    who: 'anybody',
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { country: 'PRT', vat: '1' }] },
  },
  'subscribe/partner/actions.ts#subscribe': {
    page: '/subscribe/partner',
    who: 'anybody',
    changes: 'nothing',
    takes: { form: [], malformed: [{}, { country: 'PRT', vat: '1', type: 'HOUSE' }] },
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
    takes: { form: [], malformed: [{}, { kind: 'totp', operatorId: 'x' }] },
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
