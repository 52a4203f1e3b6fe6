import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { authorities, authorityDays } from '@/db/schema';
import type { AccessRule } from '@/lib/domain/certificate';
import { log } from '@/lib/log';
import { AuthorityError } from '@/lib/signing/authority-error';
import { cscV1 } from '@/lib/signing/csc-v1/client';
import type { CertificateAuthority } from '@/lib/signing/port';
import { allowanceOf } from './allowance';
import { called, mayCall } from './breaker';
import { openClientSecret } from './secret';

export type OpenAuthority = {
  readonly id: string;
  readonly name: string;
  readonly rule: AccessRule;
  readonly port: CertificateAuthority;
};

/** An authority ready to be called, for jobs; null when there is none. Each call is counted, and when it last answered. */
export async function openAuthority(id: string): Promise<OpenAuthority | null> {
  const [row] = await asMachine('system', 'read', (db) => db.select().from(authorities).where(eq(authorities.id, id)));
  if (!row?.clientSecret) return null;
  const { name, baseUrl, oauthUrl, clientId, timeStampUrl, accessDays, accessSignatures, warnDays, warnPercent } = row;
  const address = { id, baseUrl, oauthUrl: oauthUrl ?? row.info?.oauthUrl ?? null, clientId, timeStampUrl };
  const port = cscV1({ ...address, clientSecret: openClientSecret(id, row.clientSecret) }, allowanceOf(row));
  const rule = { days: accessDays, signatures: accessSignatures, warnDays, warnPercent };
  return { id, name, rule, port: counted(id, port) };
}

/** Counts what is answered and what is not, and leaves alone for a while who does not answer (breaker.ts). */
function counted(id: string, port: CertificateAuthority): CertificateAuthority {
  return new Proxy(port, {
    get(target, name: keyof CertificateAuthority) {
      const method = target[name] as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        // Nothing is sent, so nothing can have happened.
        if (!mayCall(id)) throw new AuthorityError({ kind: 'unreachable' }, name);
        try {
          const answer = await method(...given);
          if (name !== 'authorizeUrl') await ended(id, true);
          return answer;
        } catch (error) {
          await ended(id, error instanceof AuthorityError && error.outcome.kind === 'refused');
          throw error;
        }
      };
    },
  });
}

function ended(id: string, answered: boolean): Promise<void> {
  called(id, answered);
  return note(id, answered);
}

/** That a call cannot be counted must not spoil it. */
async function note(id: string, answered: boolean): Promise<void> {
  try {
    await asMachine('system', 'write', async (db) => {
      const add = answered ? { answered: 1, failed: 0 } : { answered: 0, failed: 1 };
      await db
        .insert(authorityDays)
        .values({ authorityId: id, day: sql`installation_day()`, ...add })
        .onConflictDoUpdate({
          target: [authorityDays.authorityId, authorityDays.day],
          set: {
            answered: sql`${authorityDays.answered} + ${add.answered}`,
            failed: sql`${authorityDays.failed} + ${add.failed}`,
          },
        });
      if (answered) await db.update(authorities).set({ lastContactAt: sql`now()` }).where(eq(authorities.id, id));
    });
  } catch (error) {
    log().warn({ err: error, authority: id }, 'a call to an authority was not counted');
  }
}
