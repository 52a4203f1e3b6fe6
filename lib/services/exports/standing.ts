import 'server-only';
import { z } from 'zod';
import { asMachine } from '@/db/client';
import { findStanding } from '@/db/gate/standing';
import type { Actor } from '@/lib/domain/actor';
import { companyStatus } from '@/lib/domain/company';

/** Under which rights an export is made. Kept with a background export, and compared when its file is fetched. */
export const standingSchema = z.strictObject({
  role: z.string(),
  partnerId: z.string().nullable(),
  issuerId: z.string().nullable(),
  issuerIds: z.array(z.string()),
});
export type KeptStanding = z.infer<typeof standingSchema>;

export const standingOf = ({ role, partnerId, issuerId, issuerIds }: Actor): KeptStanding => ({
  role,
  partnerId,
  issuerId,
  issuerIds: [...issuerIds],
});

/** Whether who asks now may still see all that it could see then. */
export function stillStands(now: Actor | null, then: KeptStanding): boolean {
  if (now === null) return false;
  const same = now.role === then.role && now.partnerId === then.partnerId && now.issuerId === then.issuerId;
  return same && then.issuerIds.every((id) => now.issuerIds.includes(id));
}

/** The operator behind a background export, fresh from the database; null when it may not enter any more. */
export async function actorOfRun(operatorId: string, run: { id: string; address: string }): Promise<Actor | null> {
  const found = await asMachine('gate', 'read', (db) => findStanding(db, operatorId));
  if (!found) return null;
  const { partnerStatus: _partner, issuerStatus: _issuer, ...operator } = found;
  const company = companyStatus(found);
  if (company !== 'active' && company !== 'suspended') return null;
  return {
    ...operator,
    // No session stands behind it: it began with one, and goes on when that has ended.
    sessionId: run.id,
    scope: { issuers: null, until: null },
    verifiedAt: 0,
    mustEnrol: false,
    secondFactor: false,
    readOnly: company === 'suspended',
    companyName: null,
    theme: 'system',
    request: run,
  };
}
