'use server';

import { action } from '@/lib/actions/action';
import { chooseCurrent, deleteWallet, renameWallet } from '@/lib/services/wallets/change';

/** Gives it another name. */
export const rename = action(renameWallet);

/** Chooses what its services sign with. */
export const makeCurrent = action(chooseCurrent);

/** Deletes it while it is empty. */
export const remove = action(deleteWallet);
