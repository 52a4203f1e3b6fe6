import account from './en/account.json';
import activity from './en/activity.json';
import authority from './en/authority.json';
import certificate from './en/certificate.json';
import certificateFlow from './en/certificate-flow.json';
import codes from './en/codes.json';
import company from './en/company.json';
import configuration from './en/configuration.json';
import dashboard from './en/dashboard.json';
import directory from './en/directory.json';
import document from './en/document.json';
import documentPreview from './en/document-preview.json';
import documents from './en/documents.json';
import errors from './en/errors.json';
import exportFile from './en/export-file.json';
import exportWords from './en/exports.json';
import forms from './en/forms.json';
import home from './en/home.json';
import listTools from './en/list-tools.json';
import lists from './en/lists.json';
import mail from './en/mail.json';
import operationList from './en/operation-list.json';
import operations from './en/operations.json';
import operator from './en/operator.json';
import profile from './en/profile.json';
import shell from './en/shell.json';
import signIn from './en/sign-in.json';
import subscription from './en/subscription.json';
import validation from './en/validation.json';
import vocabulary from './en/vocabulary.json';
import wallet from './en/wallet.json';

/** The English catalogue, one file a namespace. */
export const en = {
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
