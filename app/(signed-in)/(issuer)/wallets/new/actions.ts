'use server';

import { action } from '@/lib/actions/action';
import { createWallet } from '@/lib/services/wallets/change';

/** Makes a wallet. */
export const create = action(createWallet);
