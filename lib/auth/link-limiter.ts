import 'server-only';
import { createHash } from 'node:crypto';
import { Failure } from '@/lib/domain/errors';
import { counter } from '@/lib/services/counter';

/** Limits of what strangers may ask for: links to an address, tries of a link, subscriptions. Kept as those of sign-in are. */
const hour = 60 * 60;
const most = { offered: 5, offeredTo: 30, askedFrom: 30, triedFrom: 60, everywhere: 1_000 };

/** By account and address together, so that a stranger elsewhere does not use up what somebody may ask for. */
const offered = counter('link-account-from', most.offered, hour);
const offeredTo = counter('link-account', most.offeredTo, hour);
const askedFrom = counter('link-address', most.askedFrom, hour);
const triedFrom = counter('link-try', most.triedFrom, hour);
const everywhere = counter('link-all', most.everywhere, 60);

/**
 * Counts that a link was asked for. `wait`: milliseconds until this address may ask again, 0 now; the same for accounts
 * that exist and that do not. `wanted`: false when this account has been sent enough, which is told to nobody.
 */
export async function countRequest(email: string, address: string): Promise<{ wait: number; wanted: boolean }> {
  const [here, of, from, all] = await Promise.all([
    offered.penalty(keyOf(email, address)),
    offeredTo.penalty(keyOf(email)),
    askedFrom.penalty(address),
    everywhere.penalty('all'),
  ]);
  const wait = Math.max(
    from.consumedPoints > most.askedFrom ? from.msBeforeNext : 0,
    all.consumedPoints > most.everywhere ? all.msBeforeNext : 0,
  );
  return { wait, wanted: here.consumedPoints <= most.offered && of.consumedPoints <= most.offeredTo };
}

/** Hashed: people type passwords into the wrong field, and the key has to stay short. */
const keyOf = (email: string, address = ''): string =>
  createHash('sha256').update(`${email.toLowerCase()}\n${address}`).digest('base64url');

/** Counts that a link was tried. @returns milliseconds until this address may try again, 0 now */
export async function countLinkTry(address: string): Promise<number> {
  const { consumedPoints, msBeforeNext } = await triedFrom.penalty(address);
  return consumedPoints > most.triedFrom ? msBeforeNext : 0;
}

const subscribedFrom = counter('subscribe-address', 20, hour);
const subscribedFor = counter('subscribe-account', 5, hour);

/** Counts a subscription. @throws Failure limited when an address sends too many, or one operator is named too often */
export async function limitSubscriptions(email: string, address: string): Promise<void> {
  const [of, from, all] = await Promise.all([
    subscribedFor.penalty(keyOf(email, address)),
    subscribedFrom.penalty(address),
    everywhere.penalty('all'),
  ]);
  const many = of.consumedPoints > 5 || from.consumedPoints > 20 || all.consumedPoints > most.everywhere;
  if (many) throw new Failure('limited');
}
