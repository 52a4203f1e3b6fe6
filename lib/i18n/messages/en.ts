import dashboard from './en/dashboard.json';
import errors from './en/errors.json';
import home from './en/home.json';
import profile from './en/profile.json';
import shell from './en/shell.json';
import signIn from './en/sign-in.json';
import vocabulary from './en/vocabulary.json';

/** The English catalogue, one file a namespace. */
export const en = { dashboard, errors, home, profile, shell, signIn, vocabulary };
