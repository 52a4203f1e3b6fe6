import { z } from 'zod';

/** The four operator roles, humblest first. Ranks: product.md section 1; a higher role may do what a lower one may. */
export const roles = ['auditor', 'issuer', 'partner', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

const ranks: Record<Role, number> = { auditor: 10, issuer: 20, partner: 30, administrator: 40 };

/** Rank of a role; an unknown role ranks below every other, so a comparison never lets it in by accident. */
export function rankOf(role: string): number {
  const known = roleSchema.safeParse(role);
  return known.success ? ranks[known.data] : 0;
}
