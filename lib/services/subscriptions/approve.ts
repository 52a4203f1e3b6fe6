import 'server-only';
import { command } from '../define';
import { activateIssuer, activatePartner } from './activate';
import { aboutCompany, heldSubscription } from './found';
import { approval } from './schemas';

/**
 * Approves a subscription: company and first service are active, its operators are invited, both are told by mail.
 * @throws Failure as heldSubscription does
 */
export const approveSubscription = command({
  name: 'subscriptions.approve',
  permission: 'subscriptions.decide',
  input: approval,
  async run({ db, actor, input: { id, version }, audit }) {
    const found = await heldSubscription(db, actor, id, version);
    const { name } = found.company;
    const alias =
      found.kind === 'issuer'
        ? await activateIssuer(db, actor, found.company, { ...found.partner, code: found.partner.code })
        : await activatePartner(db, actor, found.company);
    const after = { name, status: 'active', ...(alias ? { alias } : {}) };
    return audit({ ...aboutCompany(found), before: { name, status: 'registered' }, after }, { id, kind: found.kind });
  },
});
