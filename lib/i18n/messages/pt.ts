import type { en } from './en';
import codes from './pt/codes.json';
import dashboard from './pt/dashboard.json';
import errors from './pt/errors.json';
import home from './pt/home.json';
import operations from './pt/operations.json';
import profile from './pt/profile.json';
import shell from './pt/shell.json';
import signIn from './pt/sign-in.json';
import vocabulary from './pt/vocabulary.json';

const catalogue = { dashboard, errors, home, profile, shell, signIn, vocabulary };

/** The Portuguese catalogue. Both types must hold: a key that is missing in either language does not compile. */
export const pt: typeof en = catalogue;
type MissingInEnglish = typeof en extends typeof catalogue ? never : 'a key stands in pt and not in en';
export type NothingIsMissing = MissingInEnglish;
