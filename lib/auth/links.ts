import 'server-only';
import { createHash } from 'node:crypto';
import { appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { findOpenLink, type OpenLink, spendLink } from '@/db/gate/links';
import { enqueue } from '@/db/jobs/enqueue';
import { conflict, Failure } from '@/lib/domain/errors';
import type { LinkKind } from '@/lib/domain/link';
import { reachable } from '@/lib/services/authorise';
import { hashPassword } from '@/lib/services/credentials/password-hash';
import { passwordFault } from '@/lib/services/credentials/password-rules';
import { postMail } from '@/lib/services/mail';
import { countLinkTry, countRequest } from './link-limiter';
import { passwordDoor } from './password-door';
import type { Visitor } from './request-origin';
import { patienceMs } from './session-actor';

/**
 * Somebody asks for a link to an address. What comes of it is decided in the queue: the answer never tells.
 * @throws Failure limited, unavailable
 */
export async function askForLink(email: string, { origin }: Visitor): Promise<void> {
  const { wait, wanted } = await reachable(countRequest(email, origin.address));
  if (wait > 0) throw new Failure('limited');
  if (!wanted) return;
  const key = `offer ${createHash('sha256').update(email.toLowerCase()).digest('base64url')}`;
  const asked = { email, address: origin.address, requestId: origin.id };
  await reachable(asMachine('gate', 'write', (db) => enqueue(db, 'offer_link', asked, key)));
}

/** Whom a link lets in, without any effect: mail scanners open links too. Null for every link that lets nobody in. */
export async function openLink(kinds: readonly LinkKind[], token: string): Promise<OpenLink | null> {
  const link = await reachable(asMachine('gate', 'read', (db) => findOpenLink(db, token), patienceMs));
  return link && kinds.includes(link.kind) ? link : null;
}

/**
 * Sets the password that was chosen through a link; an invited operator becomes active. Every session of the operator is
 * over, and no other link of it is worth anything.
 * @throws Failure conflict (the link lets nobody in any more), invalid (the password), limited, unavailable
 */
export async function choosePassword(
  kinds: readonly LinkKind[],
  token: string,
  password: string,
  visitor: Visitor,
): Promise<{ email: string }> {
  const { origin } = visitor;
  if ((await reachable(countLinkTry(origin.address))) > 0) throw new Failure('limited');
  const link = await openLink(kinds, token);
  if (!link) throw conflict();
  const fault = await passwordFault(password, [link.name, link.email, link.companyName ?? '']);
  if (fault) throw new Failure('invalid', 'invalid', { password: fault });
  const hash = await passwordDoor(() => hashPassword(password));
  await reachable(
    asMachine('gate', 'write', async (db) => {
      const held = await findOpenLink(db, token, { lock: true });
      if (!held) throw conflict();
      await spendLink(db, held, hash);
      await record(db, held, visitor);
    }),
  );
  return { email: link.email };
}

/** On the record; and who had a password before is told by mail. */
async function record(db: Parameters<typeof appendAudit>[0], link: OpenLink, { origin }: Visitor): Promise<void> {
  const { kind, operatorId, role, name, email, language, partnerId, issuerId } = link;
  const at = new Date();
  const whose = { partnerId, issuerId };
  if (kind !== 'activation') {
    const to = { address: email, name, language };
    await postMail(db, { template: 'password_changed', to, parameters: { name, at: at.toISOString() }, ...whose });
  }
  await appendAudit(db, {
    at,
    actor: { kind: 'operator', id: operatorId, role },
    action: 'link.spent',
    target: { type: 'operator', id: operatorId },
    ...whose,
    before: null,
    after: { name, kind, password: 'changed', ...(kind === 'activation' ? { status: 'active' } : {}) },
    address: origin.address,
    requestId: origin.id,
  });
}
