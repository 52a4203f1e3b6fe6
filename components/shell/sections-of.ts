import { mayOpen } from '@/lib/domain/access';
import type { Role } from '@/lib/domain/roles';
import { type SectionKey, sectionList } from './section-list';

/**
 * The sections that a role may open, by the one access table. Asked on the server: the table brings zod along, which
 * the browser need not load for three links.
 */
export function sectionsOf(role: Role): SectionKey[] {
  return Object.entries(sectionList).flatMap(([key, { path }]) => (mayOpen(role, path) ? [key as SectionKey] : []));
}
