import 'server-only';
import type { Database } from '@/db/transaction';
import type { Status } from '@/lib/domain/company';
import { postMail } from '../mail';

type Company = {
  readonly name: string;
  readonly email: string;
  readonly contact: string;
  readonly language: 'pt' | 'en';
};

/** Tells a company by mail that its status is another, and why. */
export async function tellStatus(
  db: Database,
  { name: company, email, contact, language }: Company,
  { status, reason }: { readonly status: Status; readonly reason: string },
  whose: { readonly partnerId: string; readonly issuerId: string | null },
): Promise<void> {
  await postMail(db, {
    template: 'company_status',
    to: { address: email, name: contact, language },
    parameters: { company, status, reason },
    ...whose,
  });
}
