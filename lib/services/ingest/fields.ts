import { z } from 'zod';

/** PostgreSQL stores no NUL, and a lone surrogate is no character: neither can be kept as it was sent. */
const unstorable = /[\0\p{Surrogate}]/u;

/** Text of 1 to `most` UTF-16 units that can be stored and found again as it was sent. */
export function text(most: number, description: string, example: string) {
  return z
    .string()
    .min(1)
    .max(most)
    .refine((value) => !unstorable.test(value), 'contains NUL or a lone surrogate')
    .meta({ description, example });
}

const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(3000, 0, 1);

/** False outside 2000–2999; what is no instant at all has been complained about already. */
function isPlausible(instant: string): boolean {
  const at = Date.parse(instant);
  return !(at < earliest || at >= latest);
}

/** An instant with its offset. Milliseconds are kept, finer fractions are cut off. */
export function instant(description: string, example: string) {
  return z.iso
    .datetime({ offset: true, error: 'must be an ISO 8601 instant with offset, for example 2026-11-25T10:15:30.125Z' })
    .refine(isPlausible, 'must lie between 2000 and 2999')
    .meta({ description, example });
}

/** A calendar day. */
export function day(description: string, example: string) {
  return z.iso
    .date('must be a calendar day, for example 2036-12-31')
    .refine((value) => value >= '2000-01-01' && value < '3000-01-01', 'must lie between 2000 and 2999')
    .meta({ description, example });
}
