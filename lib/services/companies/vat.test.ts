import { describe, expect, it } from 'vitest';
import { companyCode } from './vat';

describe('a company code', () => {
  it('is made of country and number, with or without the prefix of the Union', async () => {
    expect(await companyCode('PRT', '509442013')).toBe('PRT.509442013');
    expect(await companyCode('PRT', 'PT509442013')).toBe('PRT.509442013');
    expect(await companyCode('ESP', 'ESB12345674')).toBe('ESP.B12345674');
    expect(await companyCode('DEU', '136695976')).toBe('DEU.136695976');
  });

  it.each([
    ['PRT', '509442012', 'nif'],
    ['PRT', '50944201', 'nif'],
    ['ESP', 'B12345675', 'vat'],
    ['FRA', '1', 'vat'],
  ] as const)('refuses %s %s', async (country, vat, fault) => {
    await expect(companyCode(country, vat)).rejects.toMatchObject({ code: 'invalid', fields: { vat: fault } });
  });
});
