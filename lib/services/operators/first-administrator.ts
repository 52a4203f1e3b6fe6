import 'server-only';
import { sql } from 'drizzle-orm';
import { appendAudit } from '@/db/audit';
import { asMachine } from '@/db/client';
import { linkAddress } from '../links';
import { insertOperator, sendInvitation } from './make';

/**
 * Invites the first administrator of an installation, as its owner at the command line; who is there already invites the
 * others. The same address again gets another link, as long as nobody has come.
 * @returns the address of the link, which also goes by mail
 * @throws Error when there is an active administrator, or the address has an account of another kind
 */
export async function firstAdministrator({ email, name }: { email: string; name: string }): Promise<string> {
  const operator = await asMachine('system', 'write', async (db) => {
    const [row] = await db.execute<{ active: boolean; id: string | null; other: boolean }>(sql`
      select exists (select from operators where role = 'administrator' and status = 'active') as active,
        (select id from operators where lower(email) = lower(${email}) and role = 'administrator' and status = 'registered') as id,
        exists (select from operators where lower(email) = lower(${email}) and (role <> 'administrator' or status <> 'registered')) as other`);
    if (row?.active) throw new Error('There is an active administrator already: ask for an invitation.');
    if (row?.other) throw new Error('This address has an account of another kind.');
    const given = { role: 'administrator', partnerId: null, issuerId: null, email, name, language: 'pt' } as const;
    if (row?.id) return { ...given, id: row.id };
    const made = await insertOperator(db, given);
    await appendAudit(db, {
      at: new Date(),
      actor: { kind: 'machine', id: 'owner', role: 'system' },
      action: 'operators.first_administrator',
      target: { type: 'operator', id: made.id },
      partnerId: null,
      issuerId: null,
      before: null,
      after: { name, email, role: 'administrator', status: 'registered' },
      address: '',
      requestId: made.id,
    });
    return { ...given, id: made.id };
  });
  const link = await asMachine('gate', 'write', (db) =>
    sendInvitation(db, { ...operator, companyName: null }, operator.id),
  );
  return linkAddress('activation', link);
}
