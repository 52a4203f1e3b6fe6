import { hash } from '@node-rs/argon2';
import type { auditAccesses, operators } from '@/db/schema';
import type { Companies } from './companies';
import { partnerNames } from './names';
import type { Random } from './random';

type OperatorRow = typeof operators.$inferInsert;
type GrantRow = typeof auditAccesses.$inferInsert;

/** By its existence a database knows that it was seeded. */
export const firstAccount = 'admin@demo.test';

const password = 'Demo-signstash-2026';
/** The parameters of every password here (OWASP: 19 MiB, two passes, one lane). */
export const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The seven accounts and the auditor's grant of Padaria Central, from today until the end of next year. */
export async function makeAccounts(
  random: Random,
  companies: Companies,
  given: { now: Date; today: string; partnerOperatorId: string },
) {
  const passwordHash = await hash(password, argon2id);
  const [alfa, beta] = companies.partners;
  const padaria = companies.issuers[0];
  const underBeta = companies.issuers.find((issuer) => issuer.partnerId === beta?.id);
  const direct = companies.issuers.find((issuer) => companies.partners.every(({ id }) => id !== issuer.partnerId));
  if (!alfa || !beta || !padaria || !underBeta || !direct)
    throw new Error(`${partnerNames.length} partners lack issuers`);
  const account = (
    email: string,
    name: string,
    role: OperatorRow['role'],
    more: Partial<OperatorRow> = {},
  ): OperatorRow => {
    const at = new Date(given.now.getTime() - 400 * 86_400_000);
    return {
      id: random.id(at),
      email,
      name,
      role,
      passwordHash,
      status: 'active',
      language: 'pt',
      createdAt: at,
      ...more,
    };
  };
  const ofIssuer = (issuer: typeof padaria) => ({ partnerId: issuer.partnerId, issuerId: issuer.id });
  const auditor = account('auditor@demo.test', 'Teresa Paiva', 'auditor');
  const owner = account('issuer@demo.test', 'Ana Sousa', 'issuer', ofIssuer(padaria));
  const operatorRows = [
    account(firstAccount, 'Marta Correia', 'administrator'),
    account('integrator@demo.test', 'Helena Barros', 'partner', { id: given.partnerOperatorId, partnerId: alfa.id }),
    account('reseller@demo.test', 'Rui Tavares', 'partner', { partnerId: beta.id }),
    owner,
    account('issuer2@demo.test', 'Bruno Matos', 'issuer', ofIssuer(underBeta)),
    account('issuer3@demo.test', 'Carla Nunes', 'issuer', ofIssuer(direct)),
    auditor,
  ];
  const grant: GrantRow = {
    id: random.id(given.now),
    ...ofIssuer(padaria),
    auditorId: auditor.id,
    auditorEmail: auditor.email,
    grantedBy: owner.id,
    validFrom: given.today,
    validTo: `${Number(given.today.slice(0, 4)) + 1}-12-31`,
    createdAt: given.now,
  };
  return { operators: operatorRows, grants: [grant] };
}
