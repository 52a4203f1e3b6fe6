import type { en } from './en';
import account from './pt/account.json';
import activity from './pt/activity.json';
import authority from './pt/authority.json';
import certificate from './pt/certificate.json';
import certificateFlow from './pt/certificate-flow.json';
import codes from './pt/codes.json';
import company from './pt/company.json';
import configuration from './pt/configuration.json';
import dashboard from './pt/dashboard.json';
import directory from './pt/directory.json';
import document from './pt/document.json';
import documentPreview from './pt/document-preview.json';
import documents from './pt/documents.json';
import errors from './pt/errors.json';
import exportFile from './pt/export-file.json';
import exportWords from './pt/exports.json';
import forms from './pt/forms.json';
import home from './pt/home.json';
import listTools from './pt/list-tools.json';
import lists from './pt/lists.json';
import mail from './pt/mail.json';
import operationList from './pt/operation-list.json';
import operations from './pt/operations.json';
import operator from './pt/operator.json';
import profile from './pt/profile.json';
import shell from './pt/shell.json';
import signIn from './pt/sign-in.json';
import subscription from './pt/subscription.json';
import validation from './pt/validation.json';
import vocabulary from './pt/vocabulary.json';
import wallet from './pt/wallet.json';

/** The Portuguese catalogue. A key that English has and this has not does not compile; the test finds the others. */
export const pt: typeof en = {
  account,
  activity,
  authority,
  certificate,
  certificateFlow,
  codes,
  company,
  configuration,
  dashboard,
  directory,
  document,
  documentPreview,
  documents,
  errors,
  exportFile,
  exports: exportWords,
  forms,
  home,
  listTools,
  lists,
  mail,
  operationList,
  operations,
  operator,
  profile,
  shell,
  signIn,
  subscription,
  validation,
  vocabulary,
  wallet,
};
