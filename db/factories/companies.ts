import { randomInt } from 'node:crypto';
import { auditAccesses, clientServices, issuers, operators, partners, wallets } from '@/db/schema';
import type { Database } from '@/db/transaction';
import type { PartnerType, Status } from '@/lib/domain/company';
import { newId } from '@/lib/domain/ids';
import { nifCheckDigit } from '@/lib/domain/nif';
import type { Role } from '@/lib/domain/roles';

const allNifs = 10_000_000;
let lastNif = randomInt(allNifs);

/** A valid VAT number that this process has not given yet: drawn blindly, some hundred companies soon share one. */
function anyNif(): string {
  lastNif = (lastNif + 7_654_321) % allNifs;
  const eight = `5${String(lastNif).padStart(7, '0')}`;
  return `${eight}${nifCheckDigit(eight)}`;
}

type Company = { name?: string; status?: Status };

function company(id: string, { name, status = 'active' }: Company) {
  const label = name ?? `Company ${id.slice(-6)}`;
  return {
    id,
    code: `PRT.${anyNif()}`,
    name: label,
    email: `${id}@company.test`,
    invoiceAddress: 'Rua do Forno 18, 3700-121 São João da Madeira',
    contact: 'Contact',
    language: 'pt' as const,
    status,
    registeredAt: new Date(),
  };
}

/** Inserts a partner company and returns it. Runs as `system`. */
export async function makePartner(db: Database, given: Company & { type?: PartnerType } = {}) {
  const row = { ...company(newId(), given), type: given.type ?? ('INTEGRATOR' as const) };
  await db.insert(partners).values(row);
  return row;
}

/** Inserts an issuer company of a partner, with the wallet that every issuer has, and returns it. */
export async function makeIssuer(db: Database, partnerId: string, given: Company = {}) {
  const row = { ...company(newId(), given), partnerId, bundle: 'STANDARD' };
  await db.insert(issuers).values(row);
  const walletId = newId();
  await db.insert(wallets).values({ id: walletId, partnerId, issuerId: row.id, name: 'Principal', principal: true });
  return { ...row, walletId };
}

/** Inserts a client service of an issuer and returns it. */
export async function makeService(
  db: Database,
  issuer: { id: string; partnerId: string; code: string; walletId?: string },
  given: { name?: string; status?: Status } = {},
) {
  const id = newId();
  const row = {
    id,
    partnerId: issuer.partnerId,
    issuerId: issuer.id,
    walletId: issuer.walletId ?? null,
    alias: `DIRECT-${issuer.code}-${id.slice(-6)}`,
    name: given.name ?? 'Principal',
    language: 'pt' as const,
    bundle: 'STANDARD',
    status: given.status ?? ('active' as const),
  };
  await db.insert(clientServices).values(row);
  return row;
}

type OperatorGiven = { role: Role; partnerId?: string; issuerId?: string; status?: Status; passwordHash?: string };

/** Inserts an operator and returns it. */
export async function makeOperator(db: Database, given: OperatorGiven) {
  const id = newId();
  const row = {
    id,
    role: given.role,
    partnerId: given.partnerId ?? null,
    issuerId: given.issuerId ?? null,
    email: `${id}@operator.test`,
    name: `Operator ${id.slice(-6)}`,
    passwordHash: given.passwordHash ?? null,
    status: given.status ?? ('active' as const),
    language: 'pt' as const,
  };
  await db.insert(operators).values(row);
  return row;
}

/** Grants an auditor access to an issuer, for the given local days. */
export async function makeAuditAccess(
  db: Database,
  issuer: { id: string; partnerId: string },
  auditorId: string,
  days: { from: string; to: string } = { from: '2020-01-01', to: '2099-12-31' },
) {
  const row = {
    id: newId(),
    partnerId: issuer.partnerId,
    issuerId: issuer.id,
    auditorId,
    auditorEmail: `${auditorId}@operator.test`,
    grantedBy: auditorId,
    validFrom: days.from,
    validTo: days.to,
  };
  await db.insert(auditAccesses).values(row);
  return row;
}
