import 'server-only';
import { eq } from 'drizzle-orm';
import { bundles, issuers, partners } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { Failure } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { companyCode } from '../companies';
import { insertOperator } from '../operators';
import type { IssuerSubscription, PartnerSubscription } from './schemas';

type Given = IssuerSubscription | PartnerSubscription;

/** What both kinds of company begin with: registered, with a first operator who cannot sign in yet. */
async function companyOf(given: Given) {
  const { name, email, invoiceAddress, contact, language } = given;
  return {
    id: newId(),
    code: await companyCode(given.country, given.vat),
    name,
    email,
    invoiceAddress,
    contact,
    language,
    status: 'registered' as const,
    registeredAt: new Date(),
  };
}

type FirstOperator = { readonly partnerId: string; readonly issuerId: string | null };

const firstOperator = (db: Database, given: Given, { partnerId, issuerId }: FirstOperator) =>
  insertOperator(db, {
    role: issuerId === null ? 'partner' : 'issuer',
    partnerId,
    issuerId,
    email: given.operatorEmail,
    name: given.operatorName,
    language: given.language,
  });

/**
 * Keeps an issuer of a partner (or of the house) with its first operator, both registered.
 * @throws Failure invalid (the VAT number, the bundle)
 */
export async function makeIssuer(db: Database, given: IssuerSubscription, partnerId: string) {
  const company = { ...(await companyOf(given)), partnerId, bundle: await knownBundle(db, given.bundle) };
  await db.insert(issuers).values(company);
  await firstOperator(db, given, { partnerId, issuerId: company.id });
  return company;
}

/** Keeps a partner company with its first operator, both registered. @throws Failure invalid (the VAT number) */
export async function makePartner(db: Database, given: PartnerSubscription) {
  const company = { ...(await companyOf(given)), type: given.type };
  await db.insert(partners).values(company);
  await firstOperator(db, given, { partnerId: company.id, issuerId: null });
  return company;
}

async function knownBundle(db: Database, code: string): Promise<string> {
  const [row] = await db.select({ code: bundles.code }).from(bundles).where(eq(bundles.code, code));
  if (!row) throw new Failure('invalid', 'invalid', { bundle: 'choose' });
  return row.code;
}
