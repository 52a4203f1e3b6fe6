import 'server-only';
import { accessDirectory } from '../accesses';
import { authorityDirectory } from '../authorities';
import { certificateDirectory } from '../certificates';
import type { AnyDirectory } from '../directory';
import type { DirectoryRow } from '../directory/schemas';
import { issuerDirectory } from '../issuers';
import { mailDirectory } from '../mail';
import { operatorDirectory } from '../operators';
import { partnerDirectory } from '../partners';
import { subscriptionDirectory } from '../subscriptions';
import { walletDirectory } from '../wallets';

/** Directories by their name in the address. A new one is a line here. */
export const directories = {
  issuers: issuerDirectory,
  partners: partnerDirectory,
  operators: operatorDirectory,
  accesses: accessDirectory,
  subscriptions: subscriptionDirectory,
  mails: mailDirectory,
  authorities: authorityDirectory,
  certificates: certificateDirectory,
  wallets: walletDirectory,
} as const;

/** The directory of a name, or null. */
export function directoryOf(name: string): AnyDirectory<DirectoryRow> | null {
  return Object.hasOwn(directories, name) ? directories[name as keyof typeof directories] : null;
}
