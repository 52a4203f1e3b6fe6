import dashboard from './en/dashboard.json';
import errors from './en/errors.json';
import shell from './en/shell.json';
import signIn from './en/sign-in.json';
import vocabulary from './en/vocabulary.json';

/** The English catalogue, one file a namespace. */
export const en = { dashboard, errors, shell, signIn, vocabulary };
