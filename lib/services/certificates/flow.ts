import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { authorities, certificateFlows, certificateGrants, certificates } from '@/db/schema';
import { inScope } from '@/db/scope';
import { isFinal } from '@/lib/domain/certificate';
import { notFound } from '@/lib/domain/errors';
import { query } from '../define';
import type { FlowDetail } from './schemas';

/**
 * An enrolment or renewal of one's own company, as its page shows it.
 * @throws Failure not_found
 */
export const getFlow = query({
  name: 'certificates.flow',
  permission: 'certificates.edit',
  input: z.strictObject({ id: z.string() }),
  run: async ({ db, actor, input: { id } }): Promise<FlowDetail> => {
    if (!z.uuid().safeParse(id).success) throw notFound();
    const { kind, step, outcome, alias, certificateId, candidates, credentialId } = certificateFlows;
    const { operatorId, otpUntil, expiresAt } = certificateFlows;
    const [row] = await db
      .select({
        ...{ kind, step, outcome, alias, certificateId, candidates, credentialId, operatorId, otpUntil, expiresAt },
        authority: authorities.name,
        holdsUntil: certificateGrants.expiresAt,
      })
      .from(certificateFlows)
      .innerJoin(authorities, eq(authorities.id, certificateFlows.authorityId))
      .leftJoin(certificates, eq(certificates.id, certificateFlows.certificateId))
      .leftJoin(certificateGrants, eq(certificateGrants.id, certificates.grantId))
      .where(and(inScope(actor, certificateFlows), eq(certificateFlows.id, id)));
    if (!row) throw notFound();
    const chosen = row.candidates?.find((each) => each.id === row.credentialId);
    const over = row.expiresAt.getTime() <= Date.now() && !isFinal(row.step) && waitsForSomebody.includes(row.step);
    return {
      id,
      kind: row.kind,
      step: over ? 'expired' : row.step,
      outcome: over ? 'forgotten' : row.outcome,
      authority: row.authority,
      alias: row.alias,
      certificateId: row.certificateId,
      holdsUntil: row.kind === 'renew' ? (row.holdsUntil?.getTime() ?? null) : null,
      candidates: (row.candidates ?? []).map(({ authMode, pin: _, otp: __, ...each }) => ({
        ...each,
        atAuthority: authMode === 'oauth2code',
      })),
      chosen: chosen ? { name: chosen.commonName, pin: chosen.pin, otp: chosen.otp } : null,
      own: row.operatorId === actor.operatorId,
      otpUntil: row.otpUntil?.getTime() ?? null,
      expiresAt: row.expiresAt.getTime(),
    };
  },
});

const waitsForSomebody: readonly string[] = ['consent', 'choice', 'factors', 'credential'];
