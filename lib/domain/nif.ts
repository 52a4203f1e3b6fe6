const weights = [9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Check digit of the first eight digits of a Portuguese VAT number: sum mod 11, 0 or 1 → 0, else 11 − r. */
export function nifCheckDigit(eight: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(eight[index]), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

/** True for nine digits with a right check digit (product.md section 2). */
export function isNif(value: string): boolean {
  return /^\d{9}$/.test(value) && nifCheckDigit(value.slice(0, 8)) === Number(value[8]);
}
