import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { FilterOption } from '@/components/data-table/filters';
import type { Actor } from '@/lib/domain/actor';
import { operationOptions } from '@/lib/services/operations';
import { readAll } from '@/lib/services/read-all';

/** The partners that a filter offers; none to who has one alone. Direct issuers have a name of their own there. */
export async function partnersToChoose(actor: Actor): Promise<readonly FilterOption[]> {
  if (actor.role !== 'administrator') return [];
  const t = await getTranslations('directory');
  const { options } = await readAll(actor, {
    options: [operationOptions, { service: null, issuer: null, partner: null, search: '' }],
  });
  return options.partners.map(([id, name, detail]) => [id, name ?? t('direct'), detail]);
}
