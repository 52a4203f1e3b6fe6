import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { forbidden } from '@/lib/domain/errors';

type Editable = {
  readonly name: string;
  readonly email: string;
  readonly invoiceAddress: string;
  readonly contact: string;
  readonly language: 'pt' | 'en';
};
type Asked = Omit<Editable, 'name'> & { readonly name?: string | undefined };

/**
 * What an edit makes of a company: contact data by anybody who may edit it, the name by `renames` alone.
 * @throws Failure forbidden when the name would change and may not
 */
export function edited(actor: Actor, renames: readonly Actor['role'][], row: Editable, asked: Asked) {
  const { email, invoiceAddress, contact, language } = asked;
  const name = asked.name ?? row.name;
  if (name !== row.name && !renames.includes(actor.role)) throw forbidden();
  const before = { email: row.email, invoiceAddress: row.invoiceAddress, contact: row.contact, language: row.language };
  return {
    before: { name: row.name, ...before },
    after: { name, email, invoiceAddress, contact, language },
    // A column that the role may not write is not written, even with the same value.
    set: { email, invoiceAddress, contact, language, ...(name === row.name ? {} : { name }) },
  };
}
