import 'server-only';
import { appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { type Account, findAccount } from '@/db/gate/operators';
import { companyStatus } from '@/lib/domain/company';
import type { LinkKind } from '@/lib/domain/link';
import { postMail } from '../mail';
import { issueLink } from './issue';

type Asked = { readonly email: string; readonly address: string; readonly requestId: string };

/**
 * Sends the link that somebody at the gate asked for, if there is an account that may have one: an active one to set a
 * new password, an invited one its invitation again. It runs in the queue, so that the answer at the gate is the same in
 * text, status and time whether there is one or not.
 */
export async function offerLink({ email, address, requestId }: Asked): Promise<void> {
  await asMachine('gate', 'write', async (db) => {
    const account = await findAccount(db, email, address);
    const kind = account && offeredTo(account);
    if (!kind) return;
    const { operatorId, partnerId, issuerId, role, name, language } = account;
    const link = await issueLink(db, { kind, operator: { id: operatorId, partnerId, issuerId }, createdBy: null });
    const to = { address: account.email, name, language };
    const whose = { partnerId, issuerId };
    await (kind === 'reset'
      ? postMail(db, { template: 'reset', to, parameters: { name, link }, ...whose })
      : postMail(db, {
          template: 'activation',
          to,
          parameters: { name, link, company: companyOf(account) },
          ...whose,
        }));
    await appendAudit(db, {
      at: new Date(),
      actor: { kind: 'machine', id: 'gate', role: 'gate' },
      action: 'link.offered',
      target: { type: 'operator', id: operatorId },
      ...whose,
      before: null,
      after: { name, role, kind },
      address,
      requestId,
    });
  });
}

/** Only who is active gets a link to reset; who was invited and never came gets the invitation again (product.md, 3). */
function offeredTo(account: Account): Exclude<LinkKind, 'redefinition'> | null {
  if (!['active', 'suspended'].includes(companyStatus(account))) return null;
  if (account.status === 'active') return 'reset';
  return account.status === 'registered' ? 'activation' : null;
}

const companyOf = ({ issuerName, partnerName }: Account): string => issuerName ?? partnerName ?? 'Sign’Stash';
