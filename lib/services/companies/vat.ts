import 'server-only';
import { type Country, countries } from '@/lib/domain/countries';
import { Failure } from '@/lib/domain/errors';

/**
 * The code of a company, `<alpha-3>.<VAT number>`, from its number as it was typed; the number without the country's
 * prefix. Formats and check digits of the Union by the library, which is large: loaded by the first who asks.
 * @throws Failure invalid, at the field `vat`
 */
export async function companyCode(country: Country, vat: string): Promise<string> {
  const { euVat } = await import('stdnum').then((module) => module.default ?? module);
  for (const validator of euVat[countries[country]] ?? []) {
    const checked = validator.validate(vat);
    if (checked.isValid && checked.compact) return `${country}.${checked.compact}`;
  }
  throw new Failure('invalid', 'invalid', { vat: country === 'PRT' ? 'nif' : 'vat' });
}
